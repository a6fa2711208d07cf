package dev.idpscripts.server.http;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.RequestFailed;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether one request is sent again. A refusal by 401, 403 or 429 comes before the server does anything (server.md 5.1, 6),
 * so it is safe for every request; 502, 503, 504 and broken connections only for readings. 401 "revoked" and 403 are also what the
 * server says when it is short of database connections (server.md 6), so they get one more try.
 */
final class Tries {

    private static final Set<Integer> BUSY = Set.of(502, 503, 504);

    private final ApiRequest request;
    private final Waits waits;
    private int sent;
    private Duration waited = Duration.ZERO;
    private boolean renewed;
    private boolean doubted;

    Tries(ApiRequest request, Waits waits) {
        this.request = request;
        this.waits = waits;
    }

    /** Whether a fresh token may be got: once. */
    boolean mayRenew() {
        boolean first = !renewed;
        renewed = true;
        return first;
    }

    /** Waits if need be, and tells whether to send again after this answer. */
    boolean again(HttpResponse<?> response, String body) {
        int status = response.statusCode();
        if (status == 403 || (status == 401 && body.contains("revoked"))) {
            boolean first = !doubted;
            doubted = true;
            return first
                    && request.authenticated()
                    && pause("the server answered " + status + ", which it also does under load", Optional.empty());
        }
        boolean worth = status == 429 || (BUSY.contains(status) && !request.isWrite());
        return worth && pause("the server answered " + status, retryAfter(response));
    }

    /** Waits if need be, and tells whether to send again after no answer. */
    boolean again(RequestFailed failure) {
        boolean worth = !request.isWrite()
                && failure.code() == ErrorCode.SERVER_UNREACHABLE
                && failure.getMessage().contains("the connection broke")
                && !Thread.currentThread().isInterrupted();
        return worth && pause("the connection broke", Optional.empty());
    }

    private boolean pause(String reason, Optional<Duration> asked) {
        sent++;
        Duration time = asked.orElseGet(() -> Waits.backoff(sent));
        if (sent >= Waits.MOST_TRIES || waited.plus(time).compareTo(waits.budget()) > 0) {
            return false;
        }
        waited = waited.plus(time);
        waits.pause(time, request.action(), reason);
        return true;
    }

    /** In seconds; the server knows no dates there. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
