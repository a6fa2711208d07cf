package dev.idpscripts.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.Exchange.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends requests: never more than {@link #AT_ONCE} at the same time. What the server refused before it did anything is sent again
 * after a while, and so are readings; a write that may have been done never is (see {@link Tries}).
 */
public final class Transport implements AutoCloseable {

    /** The server has 10 database connections for everybody; more than this gives spurious errors (server.md 6). */
    public static final int AT_ONCE = 4;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Longer than the server's own 30 s: a client that leaves first can wedge a script (server.md 3.2, 9.5). The largest answer is the
     * list of all versions of a script with their bodies: 64 MiB are a thousand of the largest.
     */
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 64L << 20);

    private static final int OK = 200;

    private final HttpClient http;
    private final Optional<Secret> proxyAuthorization;
    private final String credentials;
    private final Secrets secrets;
    private final URI base;
    private final UUID tenant;
    private final Failures failures;
    private final Limits limits;
    private final Waits waits;
    private final Consumer<String> trace;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final AtomicInteger sent;
    private final Beliefs beliefs = new Beliefs();
    private volatile boolean closed;

    /**
     * @param base the server's address
     * @param tenant sent with every request (server.md 5.2)
     * @param credentials where the credentials were given, for messages
     * @param route how to get there
     * @param limits what is waited for and taken of an answer
     * @param waits how to wait for a busy server
     * @param sent counts requests
     * @param trace takes a line for each request, without secrets
     * @param secrets what is never said; gets to know what is sent
     */
    public Transport(
            URI base,
            UUID tenant,
            String credentials,
            ProxyRoute route,
            Limits limits,
            Waits waits,
            AtomicInteger sent,
            Consumer<String> trace,
            Secrets secrets) {
        this.base = base;
        this.tenant = tenant;
        this.credentials = credentials;
        this.secrets = secrets;
        this.failures = new Failures(base, credentials, route.name(), secrets);
        this.limits = limits;
        this.waits = waits;
        this.sent = sent;
        this.trace = trace;
        // The server knows no HTTP/2 upgrade (server.md 9.48), and a redirect must not take the token elsewhere.
        this.proxyAuthorization = route.authorization();
        route.keepSecret(secrets);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(route.proxy())
                .build();
    }

    /** Sends nothing any more. */
    @Override
    public void close() {
        closed = true;
        ClientEnd.of(http);
    }

    /** What was seen of the server. */
    Beliefs beliefs() {
        return beliefs;
    }

    /** What is never said. */
    public Secrets secrets() {
        return secrets;
    }

    /** Whose objects on which server. */
    public String address() {
        return base + " " + tenant;
    }

    /** Sends the request, if need be again, and reads the answer. */
    public <T> T send(ApiRequest request, Bearer bearer, Class<T> type) {
        HttpResponse<String> response = exchange(request, bearer);
        try {
            T answer = ApiJson.read(response.body(), type);
            if (answer != null) {
                return answer;
            }
            throw failures.unreadable(request, response.statusCode(), "null");
        } catch (JsonProcessingException e) {
            throw failures.unreadable(request, response.statusCode(), reason(response.body(), type, e));
        }
    }

    /** What is wrong with an answer, said of one without secrets: the reader quotes parts of it. */
    private <T> String reason(String body, Class<T> type, JsonProcessingException known) {
        String hidden = secrets.hide(body);
        if (hidden.equals(body)) {
            return firstLine(known.getOriginalMessage());
        }
        try {
            ApiJson.read(hidden, type);
            return "no JSON of this kind";
        } catch (JsonProcessingException e) {
            return firstLine(e.getOriginalMessage());
        }
    }

    /** Sends a request whose answer has no body. */
    public void send(ApiRequest request, Bearer bearer) {
        exchange(request, bearer);
    }

    private HttpResponse<String> exchange(ApiRequest request, Bearer bearer) {
        try {
            return untilAnswered(request, bearer);
        } finally {
            if (request.isWrite()) {
                beliefs.written();
            }
        }
    }

    private HttpResponse<String> untilAnswered(ApiRequest request, Bearer bearer) {
        Secret token = request.authenticated() ? bearer.token() : new Secret("");
        Tries tries = new Tries(request, waits, beliefs);
        while (true) {
            HttpResponse<String> response;
            try {
                response = once(request, token);
            } catch (IOException e) {
                trace.accept(secrets.hide(request.method() + " " + request.pathAndQuery() + " -> " + e));
                RequestFailed failure = failures.of(request, e);
                if (tries.again(failure)) {
                    continue;
                }
                throw failure;
            }
            if (response.statusCode() / 100 == 2) {
                beliefs.accepted(request);
                return response;
            }
            // A proxy that refuses a tunnel answers without a body.
            String body = secrets.hide(Objects.requireNonNullElse(response.body(), ""));
            if (tries.mayRenew(response.statusCode(), body)) {
                Optional<Secret> fresh = bearer.renew(token);
                if (fresh.isPresent()) {
                    token = fresh.get();
                    continue;
                }
            }
            if (!tries.again(response, body)) {
                throw failures.of(request, response, body);
            }
        }
    }

    private HttpResponse<String> once(ApiRequest request, Secret token) throws IOException {
        HttpRequest.Builder message = build(request, token);
        if (closed) {
            // Before Java 21 a client that was ended never answers.
            throw new IllegalStateException("the way to the server was closed");
        }
        slots.acquireUninterruptibly();
        try {
            sent.incrementAndGet();
            HttpResponse<String> response = Exchange.send(http, message, limits);
            trace.accept(request.method() + " " + request.pathAndQuery() + " -> " + response.statusCode());
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            slots.release();
        }
    }

    private HttpRequest.Builder build(ApiRequest request, Secret token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(resolve(request))
                .header("X-Tenant-ID", tenant.toString())
                .header("Accept", "application/json");
        if (request.authenticated()) {
            // The exception for a header that cannot be sent would quote it.
            token.refuseUnlessHeader("the token from " + credentials);
            secrets.add(token.value());
            builder.header("Authorization", "Bearer " + token.value());
        }
        proxyAuthorization.ifPresent(value -> builder.header("Proxy-Authorization", value.value()));
        request.body().ifPresent(body -> builder.header("Content-Type", "application/json"));
        return builder.method(
                request.method(),
                request.body()
                        .map(body -> BodyPublishers.ofString(ApiJson.write(body)))
                        .orElse(BodyPublishers.noBody()));
    }

    private URI resolve(ApiRequest request) {
        return URI.create(Redirect.root(base) + request.pathAndQuery());
    }

    /** The error for an answer that is JSON of the right shape, but cannot be true. */
    RequestFailed untrue(ApiRequest request, String reason) {
        return failures.unreadable(request, OK, reason);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no JSON");
    }
}
