package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan takes away because the files declared it once. */
class OnceDeclaredTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1");
    }

    private static void goes(List<String> expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(
                expected,
                Told.why(Planner.plan(files.declare(), server.inventory(), options)
                        .planned()));
    }

    private static final List<String> GOES =
            List.of("unbind binding LDAP, before create, order 10: the files declared it, and do no more");

    private static KnownServer bound() {
        return new KnownServer(server().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    /** A hook is a list: of a script that is declared, beside others that are, it is the line that was taken out. */
    @Test
    void aLineThatWasTakenOutOfAHookGoes() {
        Desired one = files().bind("LDAP", HOOK, 20, "b");
        goes(GOES, bound(), one, Told.OPTIONS);
        goes(List.of(), bound(), one, Told.OPTIONS.forPull());
        goes(List.of(), bound(), files(), Told.OPTIONS);
        goes(List.of(), bound(), new Desired().script("b", ACTIVE, "1").bind("LDAP", HOOK, 20, "b"), Told.OPTIONS);
    }

    @Test
    void aLineThatTheTrailSaysSomebodyAddedStays() {
        Desired one = files().bind("LDAP", HOOK, 20, "b");
        KnownServer theirs = bound();
        Object id = theirs.inventory().bindings().get(0).id();
        goes(List.of(), theirs.did(THEM, "bound", "a", 3, "binding_id", id), one, Told.OPTIONS);
        goes(GOES, bound().did(US, "bound", "a", 3, "binding_id", "other"), one, Told.OPTIONS);
    }

    /** The files have the script on that hook in another line: the one that is too many may be somebody's. */
    @Test
    void aSecondLineOfAScriptGoesOnlyIfTheTrailSaysThatWeMadeIt() {
        KnownServer twice = new KnownServer(server().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "a"));
        Object id = twice.inventory().bindings().get(0).id();
        Desired one = files().bind("LDAP", HOOK, 20, "a");
        goes(List.of(), twice, one, Told.OPTIONS);
        goes(GOES, twice.did(US, "bound", "a", 3, "binding_id", id), one, Told.OPTIONS);
    }

    @Test
    void whatCommitsDeclaredGoesWhateverTheScriptWasCalledThen() {
        FakeServer fake = server().bind("LDAP", HOOK, 10, "a");
        Desired renamed = new Desired().script("c", "a", null, ACTIVE, "1").script("b", ACTIVE, "1");
        fake.apply(fake.plan(renamed, false));
        KnownServer server = new KnownServer(fake).current(pushed("a", 2, "1", REPOSITORY, ONE));
        PlanOptions past = Told.OPTIONS.with(new Commits()
                .then(ONE, files().bind("LDAP", HOOK, 10, "a"))
                .then(TWO, renamed.connector("LDAP"))
                .past());
        goes(GOES, server, renamed, past);
        goes(
                GOES,
                server.did(US, "created", "a", 1, "script_name", "a"),
                new Desired().script("c", ACTIVE, "1").script("b", ACTIVE, "1"),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files().bind("LDAP", HOOK, 10, "a"))
                        .past()));
    }

    @Test
    void aBindingOfAScriptThatIsPrunedGoesWithIt() {
        KnownServer server = new KnownServer(server().bind("LDAP", HOOK, 10, "a"));
        Object id = server.inventory().bindings().get(0).id();
        server.did(THEM, "bound", "a", 3, "binding_id", id);
        Desired files = new Desired().script("b", ACTIVE, "1").connector("LDAP");
        goes(
                List.of(
                        "unbind binding LDAP, before create, order 10: its script is deleted",
                        "delete script a: this repository pushed it and no file declares it any more"),
                server,
                files,
                Told.PRUNE);
        assertEquals(
                "unbind binding LDAP, before create, order 10: local edit",
                Told.who(files, server.inventory(), Told.PRUNE).get(0));
    }
}
