package dev.idpscripts.server.http;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.RequestFailed;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether one request is sent again. A refusal by 401, 403 or 429 comes before the server does anything (server.md 5.1, 6),
 * so it is safe for every request; 502, 503, 504 and broken connections only for readings. 401, 403 and 404 may be wrong: how often
 * they are doubted {@link Beliefs} says.
 */
final class Tries {

    private static final Set<Integer> BUSY = Set.of(502, 503, 504);

    private final ApiRequest request;
    private final Waits waits;
    private final Beliefs beliefs;
    private int sent;
    private Duration waited = Duration.ZERO;
    private boolean renewed;
    private int doubted;
    private int missed;

    Tries(ApiRequest request, Waits waits, Beliefs beliefs) {
        this.request = request;
        this.waits = waits;
        this.beliefs = beliefs;
    }

    /** Whether a fresh token may be got: once, and not before a doubtful refusal was repeated, since logins are few (server.md 5.3). */
    boolean mayRenew(int status, String body) {
        boolean may =
                status == 401 && request.authenticated() && !renewed && (doubted > 0 || !Beliefs.isDoubtful(body));
        renewed = renewed || may;
        return may;
    }

    /** Waits if need be, and tells whether to send again after this answer. */
    boolean again(HttpResponse<?> response, String body) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            return refusedAgain(status, body);
        }
        if (status == 404) {
            return missed++ < Beliefs.doubtsMissing(request, body);
        }
        boolean worth = status == 429 || (BUSY.contains(status) && !request.isWrite());
        return worth && pause("the server answered " + status, retryAfter(response));
    }

    private boolean refusedAgain(int status, String body) {
        boolean again = doubted++ < beliefs.doubts(request, status, body)
                && pause("the server answered " + status + ", which it also does under load", Optional.empty());
        if (!again && request.authenticated()) {
            beliefs.refused();
        }
        return again;
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
