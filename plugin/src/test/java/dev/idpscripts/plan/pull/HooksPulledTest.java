package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A pull judges each hook of each connector for itself, and a removal of one's own by whether somebody bound again since. */
class HooksPulledTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook LATER = new Hook(HookPhase.AFTER, Operation.DELETE);

    private final FakeServer fake = new FakeServer()
            .connector("HR")
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1");

    private static Desired files() {
        return new Desired()
                .script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .connector("HR")
                .connector("LDAP");
    }

    private KnownServer server() {
        return new KnownServer(fake)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .current(pushed("b", 2, "1", REPOSITORY, ONE))
                .changed(3, 3);
    }

    private static void becomes(List<String> expected, Desired files, KnownServer server, PlanOptions options) {
        assertEquals(expected, PulledWords.bindings(PulledWords.pull(files, server.inventory(), options)));
    }

    @Test
    void bindingsOfAnotherConnectorOrHookAreNotTheseOnes() {
        fake.bind("HR", HOOK, 10, "a").bind("LDAP", HOOK, 10, "b").bind("LDAP", LATER, 10, "a");
        becomes(
                List.of("HR: before create 10 a; without 1", "LDAP: before create 10 b, after delete 10 a; without 2"),
                files().bind("HR", HOOK, 10, "a")
                        .bind("LDAP", HOOK, 10, "b")
                        .bind("LDAP", LATER, 10, "a")
                        .unbound("HR", LATER, "b")
                        .unbound("LDAP", LATER, "b")
                        .unbound("LDAP", HOOK, "a"),
                server(),
                Told.OPTIONS);
    }

    @Test
    void asManyAsTheServerAllowsComeTogether() {
        Desired files = files().bind("LDAP", HOOK, 30, "b");
        for (int i = 1; i <= 9; i++) {
            fake.bind("LDAP", HOOK, i, "a");
        }
        assertEquals(
                List.of(),
                PulledWords.pull(files, server().inventory(), Told.OPTIONS)
                        .bindings()
                        .get(1)
                        .conflicts());
        assertEquals(
                10,
                PulledWords.pull(files, server().inventory(), Told.OPTIONS)
                        .bindings()
                        .get(1)
                        .bindings()
                        .size());
    }

    @Test
    void aLineThatACommitTookOutIsNotPulledAgain() {
        fake.bind("LDAP", HOOK, 20, "b");
        becomes(
                List.of("HR: ", "LDAP: "),
                files(),
                server(),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files().bind("LDAP", HOOK, 20, "b"))
                        .then(TWO, files())
                        .past()));
    }

    @Test
    void aLineThatSomebodyBoundAgainAfterItWasTakenOutComesIn() {
        fake.bind("LDAP", HOOK, 20, "b");
        becomes(
                List.of(
                        "HR: ",
                        "LDAP, changed: before create 20 b; note LDAP, before create, order 20: takes over from the server,"
                                + " the files declared it, and do no more"),
                files(),
                server(),
                Told.OPTIONS.with(new Commits()
                        .then(TWO, files().bind("LDAP", HOOK, 20, "b"))
                        .then(ONE, files())
                        .past()));
    }

    @Test
    void aLineWithATombstoneGoesWhoeverBoundIt() {
        fake.bind("LDAP", HOOK, 20, "b");
        KnownServer server = server();
        Object id = server.inventory().bindings().get(0).id();
        becomes(
                List.of("HR: ", "LDAP: ; without 1"),
                files().unbound("LDAP", HOOK, "b"),
                server.did(THEM, "bound", "b", 3, "binding_id", id),
                Told.OPTIONS);
    }

    @Test
    void aLineWithATombstoneGoesBesideOthersToo() {
        fake.bind("LDAP", HOOK, 20, "b").bind("LDAP", HOOK, 30, "a");
        becomes(
                List.of("HR: ", "LDAP: before create 30 a; without 1"),
                files().bind("LDAP", HOOK, 30, "a").unbound("LDAP", HOOK, "b"),
                server(),
                Told.OPTIONS);
    }

    @Test
    void aHookThatKeepsItsOwnKeepsNothingOfOthers() {
        Desired files = files().bind("LDAP", LATER, 10, "a");
        fake.bind("LDAP", LATER, 10, "a");
        for (int i = 1; i <= 6; i++) {
            fake.bind("LDAP", HOOK, i, "a");
            files.bind("LDAP", HOOK, i + 20, "b");
        }
        assertEquals(
                files.declare().bindings().stream().map(Binding::slot).collect(Collectors.toSet()),
                PulledWords.pull(files, server().inventory(), Told.OPTIONS).bindings().get(1).bindings().stream()
                        .map(Binding::slot)
                        .collect(Collectors.toSet()));
        assertEquals(
                7,
                PulledWords.pull(files, server().inventory(), Told.OPTIONS)
                        .bindings()
                        .get(1)
                        .bindings()
                        .size());
    }
}
