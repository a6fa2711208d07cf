package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.PastRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is looked up in commits before a plan says who made its differences: as little as will do. */
class PastRequestTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final String NOTHING = "scripts [], templates [], connectors [], files []";

    private final FakeServer fake = new FakeServer().connector("LDAP").script("a", ACTIVE, "1");

    private KnownServer server() {
        return new KnownServer(fake).current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    private static PastRequest asked(KnownServer known, Desired files, String... lacking) {
        Inventory server = known.inventory();
        return EvidenceQuery.past(
                Planner.plan(files.declare(), server, Told.OPTIONS),
                files.declare(),
                server,
                Told.OPTIONS,
                Set.of(lacking));
    }

    private static void asks(String expected, KnownServer known, Desired files, String... lacking) {
        PastRequest asked = asked(known, files, lacking);
        assertEquals(
                expected,
                "scripts " + new TreeSet<>(asked.scripts()) + ", templates " + new TreeSet<>(asked.templates())
                        + ", connectors " + new TreeSet<>(asked.connectors()) + ", files "
                        + new TreeSet<>(asked.files()));
    }

    @Test
    void nothingIsAskedOfWhatItsTrailerTellsOrWhatIsNew() {
        asks(NOTHING, server(), new Desired().script("a", ACTIVE, "1"));
        asks(NOTHING, server(), new Desired().script("a", ACTIVE, "2"));
        asks(NOTHING, server(), new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1"));
        asks(
                NOTHING,
                server(),
                new Desired()
                        .script("a", ACTIVE, "1")
                        .script("b", ACTIVE, "1")
                        .bind("LDAP", HOOK, 10, "b")
                        .template("t", null, null, CUSTOM, "1", null));
    }

    @Test
    void theCommitsThatSomethingWasPushedFromAreTold() {
        assertEquals(
                Set.of(ONE),
                asked(server(), new Desired().script("a", ACTIVE, "1")).commits());
        assertEquals(
                Set.of(),
                asked(new KnownServer(fake), new Desired().script("a", ACTIVE, "1"))
                        .commits());
    }

    @Test
    void aBodyThatIsNotOfTheseCommitsIsLookedFor() {
        String asked = "scripts [a], templates [], connectors [], files [scripts/a.rhai]";
        asks(asked, server().current(theirs("a", 3, "9")), new Desired().script("a", ACTIVE, "2"));
        asks(asked, server(), new Desired().script("a", ACTIVE, "2"), ONE);
    }

    @Test
    void aStatusIsLookedForUnderAllNamesOfTheScript() {
        FakeServer renamed = new FakeServer().script("made", ACTIVE, "1");
        renamed.apply(renamed.plan(new Desired().script("there", "made", null, ACTIVE, "1"), false));
        KnownServer server = new KnownServer(renamed)
                .current(pushed("made", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "made", 1, "script_name", "made");
        asks(
                "scripts [here, made, there], templates [], connectors [], files [scripts/here.yaml]",
                server,
                new Desired().script("here", "there", null, INACTIVE, "1"));
    }

    @Test
    void aNameThatTheFilesGiveUpIsOnlyAskedForWithTheOther() {
        asks(
                "scripts [a, was], templates [], connectors [], files [scripts/a.yaml]",
                server(),
                new Desired().script("a", "was", null, INACTIVE, "1"));
        asks(
                "scripts [a], templates [t, u], connectors [], files [scripts/a.yaml, templates/t.rhai]",
                new KnownServer(fake.template("t", null, CUSTOM, "1", null))
                        .current(pushed("a", 2, "1", REPOSITORY, ONE)),
                new Desired().script("a", INACTIVE, "1").template("t", "u", null, CUSTOM, "2", null));
    }

    @Test
    void aBindingIsLookedForByItsConnectorAndAllNamesOfItsScript() {
        fake.bind("LDAP", HOOK, 10, "a");
        asks(
                "scripts [a], templates [], connectors [LDAP], files [bindings/LDAP.yaml]",
                server(),
                new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 20, "a"));
        asks(
                "scripts [a], templates [], connectors [LDAP], files []",
                server(),
                new Desired().script("a", ACTIVE, "1"));
    }

    /** Then what seems to be new may be that one. */
    @Test
    void whatIsNewIsAskedForWhereAScriptOfOursWasLostSightOf() {
        Desired files = new Desired().script("b", ACTIVE, "1");
        asks(NOTHING, server(), files);
        asks(
                "scripts [b], templates [], connectors [], files [scripts/b.rhai, scripts/b.yaml]",
                server().trail("a"),
                files);
        asks(NOTHING, server().trail("a").current(theirs("a", 3, "9")), files);
        asks(
                NOTHING,
                server().trail("a"),
                new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1"));
    }

    @Test
    void formerNamesOfWhatIsNotAskedForAreNotAskedForEither() {
        fake.script("b", ACTIVE, "1").template("t", null, CUSTOM, "1", null);
        asks(
                "scripts [a], templates [], connectors [], files [scripts/a.yaml]",
                server(),
                new Desired()
                        .script("a", INACTIVE, "1")
                        .script("b", "was", null, ACTIVE, "1")
                        .template("t", "was", null, CUSTOM, "1", null));
    }
}
