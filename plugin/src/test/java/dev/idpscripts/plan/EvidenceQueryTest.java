package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static dev.idpscripts.testing.KnownServer.version;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read of the server before a plan says who made its differences: as little as will do. */
class EvidenceQueryTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final String NOTHING = "histories [], events [], missing [], strangers [], suspects []";

    private final FakeServer fake =
            new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");

    private static Desired files(String body) {
        return new Desired().script("a", ACTIVE, body).script("b", ACTIVE, "1");
    }

    private KnownServer server() {
        return new KnownServer(fake).current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    private static void asks(
            String expected, KnownServer known, Desired files, PlanOptions options, String... lacking) {
        Inventory server = known.inventory();
        EvidenceRequest asked = EvidenceQuery.questions(
                Planner.plan(files.declare(), server, options), files.declare(), server, options, Set.of(lacking));
        assertEquals(
                expected,
                "histories " + names(asked.histories()) + ", events " + events(asked.events(), server) + ", missing "
                        + asked.missing().stream().sorted().toList() + ", strangers " + names(asked.strangers())
                        + ", suspects " + names(asked.suspects()));
    }

    private static List<String> names(List<StoredScript> scripts) {
        return scripts.stream().map(StoredScript::name).toList();
    }

    private static List<String> events(Set<UUID> ids, Inventory server) {
        return names(server.scripts().stream()
                .filter(script -> ids.contains(script.id()))
                .toList());
    }

    @Test
    void whereNothingDiffersNothingIsAsked() {
        asks(NOTHING, server(), files("1"), Told.OPTIONS);
        asks(NOTHING, server().versions("a", theirs("a", 3, "1")), files("1"), Told.PRUNE);
    }

    @Test
    void anotherBodyWantsTheHistoryUnlessItsTrailerTellsAll() {
        asks(NOTHING.replace("suspects []", "suspects [a]"), server(), files("2"), Told.OPTIONS);
        String history = NOTHING.replace("suspects []", "suspects [a]").replace("histories []", "histories [a]");
        asks(history, server().current(theirs("a", 3, "9")), files("2"), Told.OPTIONS);
        asks(history, server(), files("2"), Told.OPTIONS, ONE);
        asks(history, server().current(pushed("a", 2, "9", "other", ONE)), files("2"), Told.OPTIONS);
    }

    @Test
    void whatHasNoVersionsWantsTheTrail() {
        String events = NOTHING.replace("events []", "events [a]");
        asks(events, server(), new Desired().script("a", INACTIVE, "1").script("b", ACTIVE, "1"), Told.OPTIONS);
        fake.bind("LDAP", HOOK, 10, "a");
        asks(events, server(), files("1").bind("LDAP", HOOK, 10, "a", SLOW), Told.OPTIONS);
        asks(
                events.replace("histories []", "histories [a]"),
                server().current(theirs("a", 2, "1")),
                files("1").bind("LDAP", HOOK, 10, "a", SLOW),
                Told.OPTIONS);
    }

    @Test
    void aScriptThatIsMissingWantsAllThatItMayHaveBeen() {
        asks(
                "histories [], events [], missing [c, was], strangers [b], suspects []",
                server(),
                new Desired().script("a", ACTIVE, "1").script("c", "was", null, ACTIVE, "1"),
                Told.OPTIONS);
    }

    @Test
    void strangersThatMayBeDeletedAreLookedInto() {
        fake.script("hand", null, ACTIVE, "1", null).script("others", null, ACTIVE, "1", "other");
        asks(NOTHING, server(), files("1"), Told.OPTIONS);
        asks(NOTHING.replace("histories []", "histories [hand]"), server(), files("1"), Told.PRUNE);
        asks(
                NOTHING.replace("histories []", "histories [hand]"),
                server(),
                files("1").removed("gone"),
                Told.OPTIONS);
    }

    @Test
    void bindingsThatNoFileDeclaresMayBeLeftOvers() {
        fake.bind("LDAP", HOOK, 10, "a");
        asks(NOTHING.replace("events []", "events [a]"), server(), files("1"), Told.OPTIONS);
        asks(
                NOTHING.replace("events []", "events [a]"),
                server(),
                new Desired().script("b", ACTIVE, "1"),
                Told.OPTIONS);
        asks(
                NOTHING.replace("events []", "events [a]").replace("histories []", "histories [a]"),
                server().current(theirs("a", 3, "1")),
                new Desired().script("b", "a", null, ACTIVE, "1"),
                Told.OPTIONS);
    }

    @Test
    void bindingsOfSomebodyElsesScriptsAreNotAskedForUnlessARollbackHidesWhoseTheyAre() {
        fake.bind("LDAP", HOOK, 10, "a");
        Desired files = new Desired().script("b", ACTIVE, "1");
        asks(NOTHING, server().current(theirs("a", 3, "1")), files, Told.OPTIONS);
        StoredVersion rolledBack =
                version("a", 3, "1", new RollbackNote("jo", "version 1", "", "").format(), KnownServer.THEM);
        asks(
                NOTHING.replace("events []", "events [a]").replace("histories []", "histories [a]"),
                server().current(rolledBack),
                files,
                Told.OPTIONS);
    }

    @Test
    void bindingsOfConnectorsThatAreGoneAreNotAskedFor() {
        fake.bind("gone", HOOK, 10, "a");
        asks(NOTHING, server(), files("1"), Told.OPTIONS);
    }

    @Test
    void whoRecreatesWedgedScriptsAsksForAllOfTheirs() {
        fake.system("b");
        asks(NOTHING.replace("suspects []", "suspects [a]"), server(), files("1"), Told.OPTIONS.recreatingWedged());
    }

    @Test
    void aBindingThatIsAsDeclaredIsNoLeftOver() {
        fake.bind("LDAP", HOOK, 10, "a");
        asks(NOTHING, server(), files("1").bind("LDAP", HOOK, 10, "a"), Told.OPTIONS);
    }
}
