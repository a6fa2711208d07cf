package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.testing.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply that is killed at a write: before it is sent, or after it was answered and before that is noted. By default every
 * eighth write, {@code -Dfault.matrix=full} all.
 */
@Tag("proof")
class KillTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEP = 8;
    private static final int AT_ONCE = 2;
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @Test
    void theJournalExplainsAndTheNextApplyFinishes() throws Exception {
        FaultCase.Prepared start = FaultCase.prepare(folder);
        boolean full = "full".equals(System.getProperty("fault.matrix"));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<List<String>>> running = new ArrayList<>();
        for (int write = 1; write <= start.writes(); write += full ? 1 : STEP) {
            for (String when : List.of("before", "after")) {
                int number = write;
                running.add(threads.submit(() -> complaints(start, number, when)));
            }
        }
        List<String> wrong = new ArrayList<>();
        int good = 0;
        for (Future<List<String>> one : running) {
            good += one.get().isEmpty() ? 1 : 0;
            wrong.addAll(one.get());
        }
        threads.shutdown();
        System.out.println("killed: " + good + " of " + running.size());
        assertEquals(List.of(), wrong.stream().limit(10).toList());
        assertTrue(good > 0);
    }

    private List<String> complaints(FaultCase.Prepared start, int write, String when) throws Exception {
        String label = "killed " + when + " write " + write;
        List<String> wrong = new ArrayList<>();
        Path journal = Files.createTempFile(folder, "journal", ".jsonl");
        try (Sandbox sandbox = Sandbox.start(FaultCase.options(FaultCase.copy(start.folder())))) {
            Client client = new Client(sandbox, true);
            List<Change> plan = client.plan(FaultCase.wanted()).changes();
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ApplyProcess.class.getName(),
                            sandbox.url().toString(),
                            sandbox.token(),
                            journal.toString(),
                            String.valueOf(write),
                            when)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != KILLED) {
                wrong.add(label + ": ended with " + exit);
            }
            explained(label, journal, wrong);
            Aftermath after = new Aftermath(label, start.before(), FaultCase.wanted(), wrong);
            after.onlyTouched(client.inventory(), plan, announced(journal));
            after.converge(client, false);
        }
        return wrong;
    }

    private static void explained(String label, Path journal, List<String> wrong) {
        List<String> explanation = UnfinishedRun.explain(journal);
        if (explanation.size() < 3 || !explanation.get(0).contains("did not come to its end")) {
            wrong.add(label + ": explained as " + explanation);
        }
    }

    /** Nothing is written before it is announced. */
    private static Set<String> announced(Path journal) throws IOException {
        Set<String> objects = new TreeSet<>();
        for (String line : Files.readAllLines(journal)) {
            JsonNode node = JSON.readTree(line);
            if (node.path("event").asText().equals("intent")) {
                objects.add(node.path("object").asText());
            }
        }
        return objects;
    }
}
