package dev.idpscripts.apply;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an undo does, and says, when it meets trouble itself. */
class UndoInDoubtTest {

    private static final String SCRIPT = "/governance/scripts/{id}";
    private static final Desired DELETING = new Desired().removed("gone").removed("more");

    private final Faults faults = Faults.none();
    private final Sandbox sandbox = Sandbox.start(
            new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")), faults);
    private final Client client = new Client(sandbox, true);

    /** Of two that are deleted at once, the one whose deletion did not fail. */
    private String script = "";

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Desired toDelete() {
        return new Desired()
                .script("gone", ACTIVE, "1")
                .script("more", ACTIVE, "1")
                .bind("LDAP", new Hook(HookPhase.BEFORE, Operation.CREATE), 1, "gone");
    }

    private static Fault fails(String operation, int call, FaultKind how) {
        return new Fault(operation, call, 1, how);
    }

    /** Does something right before the first write of a kind is sent, for the script that it is about. */
    private static final class Before implements Journal {

        private final Map<String, Consumer<String>> acts;
        private int number;

        Before(Map<String, Consumer<String>> acts) {
            this.acts = new HashMap<>(acts);
        }

        @Override
        public void begin(Plan plan, OnFailure policy) {}

        @Override
        public synchronized int intent(Change change, String act) {
            Optional.ofNullable(acts.remove(act))
                    .ifPresent(todo -> todo.accept(change.subject().name()));
            return ++number;
        }

        @Override
        public void outcome(int write, Journal.Result result, String detail, Optional<UUID> made) {}

        @Override
        public void keep(Change change, StoredVersion last) {}

        @Override
        public void end(String summary) {}
    }

    /** How the undoing of the first change of a kind ended. */
    private String undone(Change.Kind kind, Desired first, Desired then, Map<String, Consumer<String>> acts) {
        client.apply(client.plan(first.declare()));
        Plan plan = client.plan(then.declare());
        Result result =
                client.apply(plan, client.statuses(plan), OnFailure.ROLLBACK, new Before(acts)).results().stream()
                        .filter(each -> each.change().kind() == kind && each.state() != State.FAILED)
                        .findFirst()
                        .orElseThrow();
        faults.set(List.of());
        script = result.change().subject().name();
        return result.state() + ": "
                + result.message()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                        .replace("script " + script, "script SCRIPT");
    }

    private void fail(Fault... these) {
        faults.set(List.of(these));
    }

    private String deletion(Consumer<String> atPush) {
        return undone(
                Change.Kind.DELETE,
                toDelete(),
                DELETING,
                Map.of(
                        "delete",
                        any -> fail(fails("DELETE " + SCRIPT, 2, FaultKind.ERROR_BEFORE)),
                        "undo: push",
                        atPush));
    }

    private String now() {
        return client.fresh().inventory().scripts().stream()
                .filter(each -> each.name().equals(script))
                .map(each -> "version " + each.currentVersion() + ", " + each.status())
                .findFirst()
                .orElse("gone");
    }

    private void push(String script, String body) {
        StoredScript there =
                Client.colleague(sandbox).server().scripts().byName(script).orElseThrow();
        Client.colleague(sandbox).server().versions().push(there.id(), script, new Body(body), "by hand");
    }

    @Test
    void aBodyThatCameAllTheSameIsNoReasonToGiveUp() {
        String said = deletion(any -> fail(
                fails("POST " + SCRIPT + "/versions", 1, FaultKind.ERROR_AFTER),
                fails("GET " + SCRIPT, 1, FaultKind.ERROR_BEFORE)));
        assertEquals("UNDONE: made again with the id ID; its 2 versions are lost", said);
        assertEquals("version 2, active", now());
    }

    @Test
    void aScriptWithoutItsBodyIsDeletedAgain() {
        String said = deletion(any -> fail(fails("POST " + SCRIPT + "/versions", 1, FaultKind.ERROR_BEFORE)));
        assertEquals(
                "NOT_UNDONE: Not undone: push a version of script SCRIPT failed: "
                        + "500 An internal error occurred, x-request-id ID; read again: it was not done"
                        + "\nTo undo it by hand: POST /governance/scripts with the content it had",
                said);
        assertEquals("gone", now());
    }

    @Test
    void aScriptThatMayHaveNoBodyIsNamed() {
        String said = deletion(any -> fail(
                fails("POST " + SCRIPT + "/versions", 1, FaultKind.ERROR_BEFORE),
                fails("GET " + SCRIPT, 2, FaultKind.ERROR_BEFORE)));
        assertEquals(
                "NOT_UNDONE: Not undone: it was made again with the id ID, but perhaps without its body:"
                        + " push a version of script SCRIPT failed: 500 An internal error occurred, x-request-id ID; read again: it was not done"
                        + "\nTo undo it by hand: POST /governance/scripts/ID/versions with the body from Git, POST /governance/scripts/ID/activate",
                said);
        assertEquals("version 1, draft", now());
    }

    @Test
    void whoPushedToItAtTheSameMomentIsTold() {
        String said = deletion(made -> push(made, "theirs"));
        assertEquals(
                "UNDONE: made again with the id ID; its 2 versions are lost; ours became version 3 of script SCRIPT, not 2:"
                        + " somebody else pushed version 2 at the same time (by ID: by hand)",
                said);
        assertEquals("version 3, active", now());
    }

    @Test
    void aVersionThatWasOvertakenIsNamedWhereItCannotBeMadeLiveAgain() {
        String said = undone(
                Change.Kind.UPDATE,
                new Desired().script("x", ACTIVE, "1").script("y", INACTIVE, "1"),
                new Desired().script("x", ACTIVE, "2").script("y", ACTIVE, "1"),
                Map.of(
                        "activate",
                        any -> fail(fails("POST " + SCRIPT + "/activate", 1, FaultKind.ERROR_BEFORE)),
                        "undo: rollback",
                        x -> {
                            push(x, "theirs");
                            fail(fails("POST " + SCRIPT + "/rollback", 2, FaultKind.ERROR_BEFORE));
                        }));
        assertEquals(
                "NOT_UNDONE: Not undone: somebody else pushed, at the same moment, version 4 of script SCRIPT, and it could not"
                        + " be made live again: roll back script SCRIPT failed: 500 An internal error occurred, x-request-id ID; read again: it was not done"
                        + "\nTo undo it by hand: POST /governance/scripts/ID/rollback {\"target_version\": 4}",
                said);
    }
}
