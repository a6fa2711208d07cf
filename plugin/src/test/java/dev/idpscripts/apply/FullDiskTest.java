package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.FullDisk;
import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.SharedEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose disk is full: nothing further is sent then, and what was done is taken back all the same, or told. */
class FullDiskTest {

    private static final List<OnFailure> POLICIES = List.of(OnFailure.ROLLBACK, OnFailure.STOP, OnFailure.CONTINUE);

    /** Far more than an apply notes. */
    private static final int MOST_LINES = 1_000;

    @TempDir
    static Path folder;

    private static FaultCase.Prepared start;
    private static Engine engine;
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void server() throws IOException {
        start = FaultCase.prepare(folder);
        engine = new RhaiEngine();
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    /** What an apply said, and which journal it left. */
    private record Ended(Optional<ApplyResult> result, Path journal) {}

    private Ended apply(int lines, boolean whenForced, OnFailure policy) throws IOException {
        Path place = FaultCase.copy(start.folder());
        Path file = place.resolve("journal.jsonl");
        String label = lines + " lines, " + (whenForced ? "forced, " : "") + policy;
        Optional<ApplyResult> applied = Optional.empty();
        try (Sandbox sandbox = Sandbox.start(FaultCase.options(place), Faults.none(), new SharedEngine(engine))) {
            Client client = new Client(sandbox, true);
            Plan plan = client.plan(FaultCase.wanted());
            try (JournalFile journal = FullDisk.journal(file, lines, whenForced)) {
                applied = Optional.of(client.apply(plan, client.statuses(plan), policy, journal));
            } catch (EnvironmentError e) {
                assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
            }
            Client fresh = client.fresh();
            Aftermath after = new Aftermath(label, start.before(), FaultCase.wanted(), wrong);
            after.judge(fresh.inventory(), applied);
            after.converge(fresh, false);
        }
        applied.ifPresent(result -> judge(label, result, policy));
        return new Ended(applied, file);
    }

    private void judge(String label, ApplyResult result, OnFailure policy) {
        boolean right = result.isComplete() || (policy == OnFailure.ROLLBACK) == result.isRolledBack();
        if (!right) {
            wrong.add(label + ": " + result);
        }
        int lanes = 4;
        if (result.count(State.FAILED) > lanes) {
            wrong.add(label + ": more was sent after the disk was full: " + result.in(State.FAILED));
        }
        result.in(State.FAILED).stream()
                .filter(failed -> !failed.message().contains("No space left on device"))
                .forEach(failed -> wrong.add(label + ": " + failed));
    }

    /** Nobody must take a journal for none because its last line is half. */
    private void readable(Path journal, boolean begun) {
        UnfinishedRun.explain(journal);
        Optional<JournalRun> last = JournalRun.find(journal, JournalRun.LAST, JournalJson::read);
        assertEquals(begun, last.isPresent(), journal.toString());
    }

    @Test
    void inTheMiddle() throws IOException {
        for (OnFailure policy : POLICIES) {
            Ended middle = apply(40, false, policy);
            readable(middle.journal(), true);
            ApplyResult result = middle.result().orElseThrow();
            assertTrue(result.count(State.NOT_ATTEMPTED) > 0, result.toString());
            assertTrue(
                    result.count(policy == OnFailure.ROLLBACK ? State.UNDONE : State.APPLIED) > 5, result.toString());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void beforeAnythingIsSent() throws IOException {
        Ended none = apply(0, false, OnFailure.ROLLBACK);
        assertEquals(Optional.empty(), none.result());
        readable(none.journal(), false);
        assertEquals(List.of(), wrong);
    }

    @Test
    @Tag("proof")
    void anywhereInTheJournal() throws IOException {
        int cases = 0;
        boolean filled = true;
        // 1 tries every line; 5 is prime to the policies and to the two ways to fail, so that each meets all of them.
        for (int lines = 0; filled && lines < MOST_LINES; lines += Math.max(1, Integer.getInteger("disk.every", 5))) {
            boolean whenForced = lines % 2 == 1;
            Ended ended = apply(lines, whenForced, POLICIES.get(cases % POLICIES.size()));
            readable(ended.journal(), lines > 1 || whenForced);
            filled = ended.result().map(result -> !result.isComplete()).orElse(true);
            cases++;
        }
        System.out.println("full disk: " + cases + " cases, " + wrong.size() + " wrong");
        assertFalse(filled, "no disk was large enough");
        assertTrue(cases > 20, cases + " cases");
        assertEquals(List.of(), wrong);
    }
}
