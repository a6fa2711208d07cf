package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a sandbox in a process of its own while it is written to, and looks for everything that it had acknowledged. */
@Tag("proof")
class DurabilityTest {

    private static final int ROUNDS = 5;
    private static final int WRITERS = 3;

    /** Acknowledged: a script's id, and how many versions it has. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path folder) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            writeUntilKilled(folder, round);
            assertTrue(acknowledged.size() > before, "nothing was written");
            try (Sandbox sandbox = Sandboxes.in(folder)) {
                assertAllThere(Client.of(sandbox));
            }
        }
    }

    private void writeUntilKilled(Path folder, int round) throws Exception {
        Process process = process(folder);
        Client client = Client.of(URI.create(process.inputReader().readLine()));
        CountDownLatch enough = new CountDownLatch(40 + 23 * round);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            String prefix = "r" + round + "w" + w + "-";
            writers.add(threads.submit(() -> write(client, prefix, enough)));
        }
        boolean written = enough.await(1, TimeUnit.MINUTES);
        process.destroyForcibly();
        threads.shutdown();
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertTrue(written, "the writers got stuck");
        assertNotEquals(0, process.waitFor());
    }

    static Process process(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Makes scripts, and a version of each, until the server is gone. */
    private void write(Client client, String prefix, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String id = client.script(prefix + i);
                acknowledged.put(id, 1);
                client.push(id, "let x = " + i + ";").expect(201);
                acknowledged.put(id, 2);
                enough.countDown();
            }
        } catch (UncheckedIOException e) {
            // Killed, as was to be expected.
            return;
        }
    }

    /** A write that was not acknowledged may be there or not, but never half of it. */
    private void assertAllThere(Client client) {
        acknowledged.forEach((id, versions) -> {
            JsonNode script =
                    client.get("/governance/scripts/" + id).expect(200).json();
            assertTrue(script.get("current_version").asInt() >= versions, script.toString());
        });
        client.get("/governance/scripts?page_size=100")
                .expect(200)
                .json()
                .get("scripts")
                .forEach(script -> {
                    String id = script.get("id").asText();
                    JsonNode found = client.get("/governance/scripts/" + id + "/versions")
                            .json();
                    assertEquals(script.get("current_version"), found.get("total"));
                });
    }
}
