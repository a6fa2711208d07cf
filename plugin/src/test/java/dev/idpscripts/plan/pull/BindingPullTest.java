package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the files say of bindings after a pull, connector by connector. */
class BindingPullTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook LATER = new Hook(HookPhase.AFTER, Operation.DELETE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final UUID LDAP = FakeServer.id("LDAP");
    private static final PlanOptions THEIRS =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));
    private static final String PLACE = "LDAP, before create, order ";
    private static final String UNDECIDED = ", and nothing tells which is newer";

    private final FakeServer fake =
            new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").connector("LDAP");
    }

    private KnownServer server() {
        return new KnownServer(fake)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .current(pushed("b", 2, "1", REPOSITORY, ONE))
                .changed(1, 3);
    }

    private void becomes(String expected, Desired files, PlanOptions options) {
        becomes(expected, files, server(), options);
    }

    private static void becomes(String expected, Desired files, KnownServer server, PlanOptions options) {
        assertEquals(List.of(expected), PulledWords.bindings(PulledWords.pull(files, server.inventory(), options)));
    }

    @Test
    void whatIsTheSameStays() {
        fake.bind("LDAP", HOOK, 20, "b").bind("LDAP", HOOK, 10, "a").bind("LDAP", LATER, 10, "a", SLOW);
        becomes(
                "LDAP: before create 10 a, before create 20 b, after delete 10 a slow",
                files().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b").bind("LDAP", LATER, 10, "a", SLOW),
                Told.OPTIONS);
    }

    @Test
    void whatSomebodyBoundComesInAndWhatTheFilesAddStays() {
        fake.bind("LDAP", HOOK, 20, "b");
        becomes(
                "LDAP, changed: before create 10 a, before create 20 b",
                files().bind("LDAP", HOOK, 10, "a"),
                Told.OPTIONS);
        becomes("LDAP, changed: before create 20 b; without 1", files().unbound("LDAP", LATER, "b"), Told.OPTIONS);
    }

    @Test
    void whatTheFilesSayIsRemovedIsNotPulledAgain() {
        fake.bind("LDAP", HOOK, 20, "b");
        becomes("LDAP: ; without 1", files().unbound("LDAP", HOOK, "b"), Told.OPTIONS);
    }

    @Test
    void settingsAndOrderThatSomebodyChangedComeIn() {
        fake.bind("LDAP", HOOK, 30, "a", SLOW);
        Desired files = files().bind("LDAP", HOOK, 20, "a");
        becomes(
                "LDAP, changed: before create 30 a slow; note " + PLACE
                        + "20: takes over from the server, order 30 on the server, 20 in the file; note " + PLACE
                        + "20: takes over from the server, the server has other settings",
                files,
                THEIRS);
        Commits edited = new Commits().then(ONE, files).then(TWO, files().bind("LDAP", HOOK, 30, "a", SLOW));
        becomes("LDAP: before create 20 a", files, Told.OPTIONS.with(edited.past()));
        becomes(
                "LDAP: before create 20 a; conflict " + PLACE + "20: order 30 on the server, 20 in the file" + UNDECIDED
                        + "; conflict " + PLACE + "20: the server has other settings" + UNDECIDED,
                files,
                Told.OPTIONS);
    }

    @Test
    void whatSomebodyRemovedGoes() {
        KnownServer removed = server().did(US, "bound", "a", 2, "connector_id", LDAP, "binding_id", "B")
                .did(THEM, "unbound", "a", 3, "connector_id", LDAP, "binding_id", "B");
        becomes(
                "LDAP, changed: ; note " + PLACE + "10: a was removed on the server",
                files().bind("LDAP", HOOK, 10, "a"),
                removed,
                Told.OPTIONS);
    }

    @Test
    void twoThatWantOnePlaceAreLeftToPeople() {
        fake.bind("LDAP", HOOK, 10, "b");
        KnownServer server = server();
        UUID id = server.inventory().bindings().get(0).id();
        Desired files = files().bind("LDAP", HOOK, 10, "a");
        PulledBindings pulled = PulledWords.pull(
                        files,
                        server.did(THEM, "bound", "b", 3, "binding_id", id).inventory(),
                        Told.OPTIONS)
                .bindings()
                .get(0);
        assertEquals(
                List.of(
                        "hook before create: files and server want different scripts in one place; the file keeps its own"),
                pulled.conflicts());
        assertEquals(files.declare().bindings(), pulled.bindings());
        assertFalse(pulled.changed());
    }

    @Test
    void moreThanTheServerAllowsAreLeftToPeople() {
        Desired files = files();
        for (int i = 1; i <= 6; i++) {
            fake.bind("LDAP", HOOK, i, "a");
            files.bind("LDAP", HOOK, i + 20, "b");
        }
        becomes(
                "LDAP: before create 21 b, before create 22 b, before create 23 b, before create 24 b, before create 25 b,"
                        + " before create 26 b; conflict hook before create: files and server together have 12 bindings, and the"
                        + " server allows 10; the file keeps its own",
                files,
                Told.OPTIONS);
    }

    @Test
    void bindingsFollowAScriptThatSomebodyRenamed() {
        fake.bind("LDAP", HOOK, 10, "a");
        fake.apply(fake.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        KnownServer renamed =
                server().did(US, "created", "a", 1, "script_name", "a").did(THEM, "updated", "a", 3);
        becomes(
                "LDAP, changed: before create 10 other, before create 20 other",
                files().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "a"),
                renamed,
                Told.OPTIONS);
    }

    @Test
    void connectorsComeByNameAndWithoutBindingsOnlyIfAFileIsThere() {
        fake.connector("HR")
                .connector("AD")
                .connector("none")
                .bind("HR", HOOK, 10, "a")
                .bind("AD", HOOK, 10, "b");
        assertEquals(
                List.of("AD (new), changed: before create 10 b", "HR (new), changed: before create 10 a", "LDAP: "),
                PulledWords.bindings(PulledWords.pull(files(), server().inventory(), Told.OPTIONS)));
    }

    @Test
    void whatNoFileCanDeclareIsLeftOutAndTold() {
        fake.script("own", ACTIVE, "1")
                .system("own")
                .bind("LDAP", HOOK, 10, "own")
                .bind("gone", HOOK, 10, "a")
                .bind("gone", HOOK, 20, "b");
        becomes("LDAP: ", files(), Told.OPTIONS);
        assertEquals(
                List.of(
                        "the binding " + PLACE + "10 runs a script that no file declares, so it is left out",
                        "2 bindings belong to a connector that is gone, which no file can name: "
                                + FakeServer.id("gone")),
                PulledWords.pull(files(), server().inventory(), Told.OPTIONS).remarks());
    }
}
