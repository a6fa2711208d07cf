package dev.idpscripts.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.idpscripts.model.stored.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However much there is to read, the server never has more than four requests of ours at the same time. */
class AtMostFourAtOnceTest {

    private static final int SCRIPTS = 40;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newFixedThreadPool(32);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            Thread.sleep(20);
            byte[] body = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            // Counted down before the answer is sent: after it the client may already be asking again.
            now.decrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String body(String path) {
        if (path.contains("/versions/")) {
            String id = path.substring("/governance/scripts/".length(), path.indexOf("/versions/"));
            return "{\"id\":\"" + id + "\",\"script_id\":\"" + id + "\",\"version_number\":1,\"script_body\":\"x\"}";
        }
        if (path.endsWith("/scripts")) {
            String scripts = IntStream.range(0, SCRIPTS)
                    .mapToObj(AtMostFourAtOnceTest::script)
                    .collect(Collectors.joining(","));
            return "{\"scripts\":[" + scripts + "],\"total\":" + SCRIPTS + "}";
        }
        return "{\"bindings\":[],\"templates\":[],\"items\":[],\"total\":0}";
    }

    private static String script(int i) {
        return "{\"id\":\"" + new UUID(0, i) + "\",\"tenant_id\":\"" + Servers.TENANT + "\",\"name\":\"s" + i
                + "\",\"current_version\":1,\"status\":\"active\",\"is_system\":false,"
                + "\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    }

    @Test
    void readingManyBodies() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Server client = Servers.client(url, Servers.TOKEN, sent);
        Inventory inventory =
                new InventoryReader(client, Servers.TENANT, new VersionCache(Optional.empty())).read(script -> true);

        assertEquals(SCRIPTS, inventory.current().size());
        assertEquals(4 + 2 + SCRIPTS, sent.get(), "there are no connectors, which is believed at the third time");
        assertTrue(most.get() <= 4, most + " at once");
        assertTrue(most.get() > 1, "never two at once");
    }
}
