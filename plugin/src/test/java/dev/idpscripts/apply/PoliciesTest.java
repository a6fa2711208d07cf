package dev.idpscripts.apply;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.NoJournal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an apply does after a failure, and when it is stopped from outside. */
class PoliciesTest {

    private static final Hook BEFORE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook AFTER = new Hook(HookPhase.AFTER, Operation.CREATE);

    private final Faults faults = Faults.none();
    private final Desired files = new Desired()
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1")
            .bind("LDAP", BEFORE, 1, "a")
            .bind("LDAP", BEFORE, 2, "b")
            .bind("LDAP", AFTER, 1, "b");
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")), faults);
        client = new Client(sandbox, false);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private ApplyResult apply(OnFailure policy, Journal journal) {
        Plan plan = client.plan(files.declare());
        return client.apply(plan, client.statuses(plan), policy, journal);
    }

    private static List<String> lines(ApplyResult applied, State state) {
        return applied.in(state).stream()
                .map(r -> r.change().kind() + " " + r.change().subject()
                        + (r.message().isEmpty() ? "" : ": " + r.message()))
                .sorted()
                .toList();
    }

    @Test
    void continueLeavesOutWhatHangsOnTheFailure() {
        faults.set(List.of(new Fault("POST /governance/scripts/{id}/activate", 1, 1, FaultKind.ERROR_BEFORE)));
        ApplyResult applied = apply(OnFailure.CONTINUE, new NoJournal());
        assertEquals(1, applied.count(State.FAILED));
        String failed = applied.in(State.FAILED).get(0).change().subject().name();
        List<String> left = lines(applied, State.NOT_ATTEMPTED);
        assertTrue(
                left.contains("bind binding LDAP, before create, order " + (failed.equals("a") ? 1 : 2)
                        + ": because of activate script " + failed),
                left.toString());
        if (failed.equals("a")) {
            assertTrue(
                    lines(applied, State.APPLIED).contains("bind binding LDAP, after create, order 1"),
                    applied.toString());
        }
    }

    @Test
    void stopLeavesWhatWasDone() {
        faults.set(List.of(new Fault("POST /governance/script-bindings", 2, 1, FaultKind.ERROR_BEFORE)));
        ApplyResult applied = apply(OnFailure.STOP, new NoJournal());
        assertFalse(applied.takenBack());
        assertEquals(1, applied.count(State.FAILED));
        assertEquals(2, client.inventory().scripts().size());
    }

    @Test
    void rollbackLeavesNothing() {
        faults.set(List.of(new Fault("POST /governance/script-bindings", 2, 1, FaultKind.ERROR_BEFORE)));
        ApplyResult applied = apply(OnFailure.ROLLBACK, new NoJournal());
        assertTrue(applied.isRolledBack(), applied.toString());
        assertEquals(0, client.inventory().scripts().size());
        assertEquals(0, client.inventory().bindings().size());
    }

    @Test
    void aFailedTrialOfAPushedBodyIsAFailureToo() {
        faults.set(List.of(new Fault("POST /governance/scripts/dry-run", 1, 1, FaultKind.ERROR_BEFORE)));
        ApplyResult applied = apply(OnFailure.ROLLBACK, new NoJournal());
        assertTrue(applied.isRolledBack(), applied.toString());
        assertTrue(
                applied.in(State.FAILED)
                        .get(0)
                        .message()
                        .startsWith("it was pushed, but a trial on the server failed: dry-run a script failed: 500"),
                applied.toString());
    }

    @Test
    void anInterruptionFinishesWhatIsBeingWrittenAndUndoesNothing() {
        AtomicReference<Applier> applier = new AtomicReference<>();
        Journal interrupting = new Journal() {
            @Override
            public void begin(Plan plan, OnFailure policy) {
                // Not of interest.
            }

            @Override
            public int intent(Change change, String act) {
                if (change.kind() == Change.Kind.BIND) {
                    applier.get().interrupt();
                    assertTrue(applier.get().open().contains(change));
                }
                return 0;
            }

            @Override
            public void outcome(int number, Result result, String detail, Optional<UUID> made) {
                assertEquals(Result.DONE, result);
            }

            @Override
            public void keep(Change change, StoredVersion last) {
                // Not of interest.
            }

            @Override
            public void end(String summary) {
                assertTrue(summary.endsWith(", interrupted"), summary);
            }
        };
        Plan plan = client.plan(files.declare());
        applier.set(client.applier(OnFailure.ROLLBACK, interrupting));
        ApplyResult applied = applier.get().apply(plan, client.statuses(plan));
        assertTrue(applied.interrupted());
        assertFalse(applied.takenBack());
        assertEquals(0, applied.count(State.FAILED));
        assertEquals(List.of(), applier.get().open());
        // Two hooks, each with one writer at a time.
        assertEquals(client.inventory().bindings().size(), 3 - applied.count(State.NOT_ATTEMPTED));
        assertTrue(applied.count(State.NOT_ATTEMPTED) >= 1, applied.toString());
        client.apply(client.plan(files.declare()));
        assertTrue(client.plan(files.declare()).isEmpty());
    }

    /** Both are the same commit, so bodies and labels are the same too: only the ids tell whose is whose. */
    @RepeatedTest(5)
    void theOneThatLosesDoesNotTakeBackWhatTheOtherMade() throws InterruptedException {
        Client other = new Client(sandbox, false);
        Plan plan = client.plan(files.declare());
        Plan same = other.plan(files.declare());
        var statuses = client.statuses(plan);
        var otherStandings = other.statuses(same);
        AtomicReference<ApplyResult> first = new AtomicReference<>();
        Thread thread = new Thread(() -> first.set(client.apply(plan, statuses, OnFailure.ROLLBACK, new NoJournal())));
        thread.start();
        ApplyResult second = other.apply(same, otherStandings, OnFailure.ROLLBACK, new NoJournal());
        thread.join();
        for (ApplyResult applied : List.of(first.get(), second)) {
            applied.in(State.FAILED).forEach(r -> assertTrue(r.message().contains("somebody else"), r.message()));
            if (applied.isComplete()) {
                assertTrue(client.plan(files.declare()).isEmpty(), "taken back by the other one");
            }
        }
        client.apply(client.plan(files.declare()));
        assertTrue(client.plan(files.declare()).isEmpty());
    }

    /** Everything the fault matrix does, watched: never two writes to one object, never more than four in all. */
    @Test
    void writesToOneObjectNeverOverlap(@TempDir Path folder) throws Exception {
        FaultCase.Prepared start = FaultCase.prepare(folder);
        Map<Integer, String> open = new HashMap<>();
        AtomicInteger most = new AtomicInteger();
        Journal watching = new Journal() {
            private int writes;

            @Override
            public void begin(Plan plan, OnFailure policy) {
                // Not of interest.
            }

            @Override
            public synchronized int intent(Change change, String act) {
                String object = change.subject().toString();
                assertFalse(open.containsValue(object), "two writes at once: " + object);
                open.put(++writes, object);
                most.accumulateAndGet(open.size(), Math::max);
                return writes;
            }

            @Override
            public synchronized void outcome(int number, Result result, String detail, Optional<UUID> made) {
                open.remove(number);
            }

            @Override
            public void keep(Change change, StoredVersion last) {
                // Not of interest.
            }

            @Override
            public void end(String summary) {
                // Not of interest.
            }
        };
        try (Sandbox prepared = Sandbox.start(FaultCase.options(start.folder()))) {
            Client pruning = new Client(prepared, true);
            Plan plan = pruning.plan(FaultCase.wanted());
            ApplyResult applied = pruning.apply(plan, pruning.statuses(plan), OnFailure.STOP, watching);
            assertTrue(applied.isComplete(), applied.in(State.FAILED).toString());
        }
        assertTrue(most.get() > 1 && most.get() <= 4, most + " at once");
    }

    @Test
    void twoAppliesAtOnceNeverMakeAnythingTwice() throws InterruptedException {
        Client other = new Client(sandbox, false);
        Plan plan = client.plan(files.declare());
        Plan same = other.plan(files.declare());
        var statuses = client.statuses(plan);
        var otherStandings = other.statuses(same);
        AtomicReference<ApplyResult> first = new AtomicReference<>();
        Thread thread = new Thread(() -> first.set(client.apply(plan, statuses, OnFailure.STOP, new NoJournal())));
        thread.start();
        ApplyResult second = other.apply(same, otherStandings, OnFailure.STOP, new NoJournal());
        thread.join();
        assertTrue(!first.get().isComplete() || !second.isComplete(), "both say that they made the same scripts");
        List.of(first.get(), second).forEach(applied -> applied.in(State.FAILED)
                .forEach(r -> assertTrue(r.message().contains("somebody else"), r.message())));
        client.apply(client.plan(files.declare()));
        assertTrue(client.plan(files.declare()).isEmpty());
        assertEquals(2, client.inventory().scripts().size());
        assertEquals(3, client.inventory().bindings().size());
    }
}
