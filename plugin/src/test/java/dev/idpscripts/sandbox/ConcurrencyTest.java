package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    private static final int THREADS = 12;
    private static final int REQUESTS = 240;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandboxes.in(folder);
        client = Client.of(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Sends so many requests from many threads at once; gives the answers. */
    private static List<Client.Reply> atOnce(IntFunction<Client.Reply> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Client.Reply>> futures = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> threads.submit(() -> request.apply(i)))
                    .toList();
            List<Client.Reply> replies = new ArrayList<>();
            for (Future<Client.Reply> future : futures) {
                replies.add(future.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(List<Client.Reply> replies, int status) {
        return replies.stream().filter(r -> r.status() == status).count();
    }

    @Test
    void everyScriptIsMadeAndNoTwoAreEquallyOld() throws Exception {
        List<Client.Reply> replies =
                atOnce(i -> client.post("/governance/scripts", Client.json("name", "script " + i)));
        assertEquals(REQUESTS, count(replies, 201));
        assertEquals(
                REQUESTS, client.get("/governance/scripts").json().get("total").asInt());
        assertEquals(
                REQUESTS,
                new HashSet<>(replies.stream()
                                .map(r -> r.json().get("created_at").asText())
                                .toList())
                        .size());
    }

    @Test
    void oneOfManyGetsTheName() throws Exception {
        List<Client.Reply> replies = atOnce(i -> client.post("/governance/scripts", Client.json("name", "wanted")));
        assertEquals(1, count(replies, 201));
        assertEquals(REQUESTS - 1, count(replies, 500));
    }

    @Test
    void versionsOfOneScriptAreNumberedWithoutGaps() throws Exception {
        String script = client.script("versioned");
        assertEquals(REQUESTS, count(atOnce(i -> client.push(script, "body " + i)), 201));
        JsonNode versions =
                client.get("/governance/scripts/" + script + "/versions").json().get("versions");
        List<Integer> numbers = new ArrayList<>();
        versions.forEach(v -> numbers.add(v.get("version_number").asInt()));
        Collections.reverse(numbers);
        assertEquals(IntStream.rangeClosed(1, REQUESTS + 1).boxed().toList(), numbers);
        assertEquals(REQUESTS + 1, new HashSet<>(versions.findValuesAsText("script_body")).size());
        assertEquals(
                REQUESTS + 1,
                client.get("/governance/scripts/" + script)
                        .json()
                        .get("current_version")
                        .asInt());
    }

    @Test
    void aHookNeverGetsMoreThanTenBindings() throws Exception {
        String script = client.activeScript("bound");
        List<Client.Reply> replies = atOnce(i -> client.bind(script, Sandboxes.NOBODY.toString(), i));
        assertEquals(10, count(replies, 201));
        assertEquals(REQUESTS - 10, count(replies, 409));
    }

    @Test
    void readersSeeNothingHalfDoneWhileOthersWrite() throws Exception {
        String script = client.script("read and written");
        List<Client.Reply> replies = atOnce(i -> i % 2 == 0
                ? client.push(script, "body " + i)
                : client.get("/governance/scripts/" + script + "/versions"));
        for (Client.Reply reply : replies) {
            JsonNode versions = reply.json().path("versions");
            assertEquals(
                    versions.size(), versions.path(0).path("version_number").asInt(0), "gaps while reading");
        }
    }

    @Test
    void everythingIsThereAfterOpeningAgain() throws Exception {
        assertEquals(
                REQUESTS, count(atOnce(i -> client.post("/governance/scripts", Client.json("name", "s" + i))), 201));
        sandbox.close();
        start();
        assertEquals(
                REQUESTS, client.get("/governance/scripts").json().get("total").asInt());
        assertEquals(
                REQUESTS,
                client.get("/governance/script-audit-events")
                        .json()
                        .get("total")
                        .asInt());
    }
}
