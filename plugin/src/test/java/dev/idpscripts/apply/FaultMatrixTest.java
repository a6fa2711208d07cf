package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.sandbox.faults.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply with every kind of change: each of its requests meets each fault, under each policy. By default every request meets every
 * fault under one policy, which changes from case to case; {@code -Dfault.matrix=full} runs all of them,
 * {@code -Dfault.every=9} only every ninth request.
 */
@Tag("proof")
class FaultMatrixTest {

    private static final int AT_ONCE = 4;

    /** Cases that wait two seconds for an answer do hardly anything else. */
    private static final int WAITING_AT_ONCE = 8;

    @TempDir
    Path folder;

    @Test
    void whateverFailsTheServerIsAsTheReportSaysAndTheNextApplyFinishes() throws Exception {
        FaultCase.Prepared start = FaultCase.prepare(folder);
        assertTrue(start.writes() >= 50, "writes: " + start.writes());
        List<Future<List<String>>> running = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        ExecutorService waiting = Executors.newFixedThreadPool(WAITING_AT_ONCE);
        Engine engine = new RhaiEngine();
        boolean full = "full".equals(System.getProperty("fault.matrix"));
        List<OnFailure> policies = List.of(OnFailure.ROLLBACK, OnFailure.STOP, OnFailure.CONTINUE);
        int turn = 0;
        int every = Integer.getInteger("fault.every", 1);
        for (int request = 1; request <= start.requests(); request += every) {
            for (FaultKind kind : FaultCase.kinds()) {
                turn++;
                for (OnFailure policy : policies) {
                    if (full || policies.indexOf(policy) == (turn + request) % policies.size()) {
                        int number = request;
                        ExecutorService pool = kind == FaultKind.STALLED_BODY ? waiting : threads;
                        running.add(pool.submit(() -> new FaultCase(start, engine, number, kind, policy).run()));
                    }
                }
            }
        }
        report(running);
        assertTrue(start.rolledBack().get() > 50 / every, "rolled back: " + start.rolledBack());
        assertTrue(start.partial().get() > 50 / every, "partial: " + start.partial());
        threads.shutdown();
        waiting.shutdown();
        engine.close();
    }

    private static void report(List<Future<List<String>>> running)
            throws InterruptedException, ExecutionException, IOException {
        List<String> wrong = new ArrayList<>();
        int good = 0;
        for (Future<List<String>> one : running) {
            List<String> complaints = one.get();
            good += complaints.isEmpty() ? 1 : 0;
            wrong.addAll(complaints);
        }
        System.out.println("fault matrix: " + good + " of " + running.size());
        assertEquals(List.of(), wrong.stream().limit(20).toList(), good + " of " + running.size());
    }
}
