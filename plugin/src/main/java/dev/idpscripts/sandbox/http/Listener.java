package dev.idpscripts.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** HTTP on a loopback port: turns what comes in into a {@link Request} and sends the {@link Answer}. */
public final class Listener implements AutoCloseable {

    /** Enough for any client of ours; a connection holds a thread only while a request is worked on. */
    private static final int THREADS = 8;

    private static final int CLOSE_SECONDS = 10;
    private static final int OK = 200;
    private static final int BLOCK = 1 << 16;
    private static final String REQUEST_ID = "x-request-id";

    private final HttpServer server;
    private final ExecutorService threads;

    private Listener(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens and answers.
     *
     * @param port 0: any that is free
     */
    public static Listener open(int port, Function<Request, Answer> application) {
        HttpServer server = bound(port);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "idp-scripts sandbox");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> exchange(exchange, application));
        server.start();
        return new Listener(server, threads);
    }

    /**
     * The JDK's server sends header and body as two packets. Without TCP_NODELAY the second waits for the client to
     * acknowledge the first, 40 ms on Linux. And with more than 200 connections at rest it hangs up after each answer, in the
     * middle of a client's next write; the server keeps connections (server.md 6). The properties are read when the JDK's
     * classes are loaded first; where somebody else has loaded them already, it is slower, and full at 200.
     */
    private static HttpServer bound(int port) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", String.valueOf(Integer.MAX_VALUE));
        try {
            InetAddress host = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    ErrorCode.SANDBOX_UNAVAILABLE,
                    "The embedded server cannot listen on port " + port + ": " + e.getMessage() + ".",
                    "Choose another port, or 0 for any that is free: -Didp-scripts.sandbox.port=0");
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void exchange(HttpExchange exchange, Function<Request, Answer> application) throws IOException {
        try {
            send(exchange, application.apply(request(exchange)));
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), e -> e.getValue()
                        .get(0)));
        URI uri = exchange.getRequestURI();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                query,
                headers,
                RequestBody.read(exchange.getRequestBody()));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.delivery() == Answer.Delivery.NOTHING) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set(REQUEST_ID, requestId(exchange));
        byte[] body = answer.body().get();
        if (answer.delivery() == Answer.Delivery.STALLED || answer.delivery() == Answer.Delivery.ENDLESS) {
            sendWithoutEnd(exchange, answer.delivery(), body);
        } else if (answer.delivery() == Answer.Delivery.HALF && body.length == 0) {
            exchange.close();
        } else if (body.length == 0 || "HEAD".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length);
            if (answer.delivery() == Answer.Delivery.HALF) {
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
                return;
            }
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** Until the client hangs up; a stalled connection is left to it, or to {@link #close}. */
    private static void sendWithoutEnd(HttpExchange exchange, Answer.Delivery how, byte[] body) throws IOException {
        if (how == Answer.Delivery.STALLED) {
            exchange.sendResponseHeaders(OK, body.length + 1);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(OK, 0);
        OutputStream out = exchange.getResponseBody();
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) ' ');
        while (true) {
            out.write(block);
        }
    }

    private static String requestId(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(REQUEST_ID))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Closes all connections and waits for what is being worked on: an interrupt would close the store's file too. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
