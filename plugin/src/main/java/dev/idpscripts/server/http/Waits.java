package dev.idpscripts.server.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * How to wait for a server that is busy: longer each time, with jitter so that clients do not come back all at once, and no longer
 * than a budget for each request.
 *
 * @param budget how long one request may wait altogether; a {@code Retry-After} beyond it is not waited for
 * @param sleep waits
 * @param say takes a line for people
 */
public record Waits(Duration budget, Consumer<Duration> sleep, Consumer<String> say) {

    /** Longer than the {@code Retry-After: 60} of {@code /auth} (server.md 5.3). */
    private static final Duration BUDGET = Duration.ofSeconds(90);

    /** A request that is refused this often is given up, however little was waited. */
    public static final int MOST_TRIES = 6;

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 15_000;

    /** Waits for real. */
    public static Waits saying(Consumer<String> say) {
        return new Waits(BUDGET, Waits::pause, say);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * How long to wait if nobody says: between half and all of a time that doubles.
     *
     * @param tries how often the request was sent already, from 1
     */
    static Duration backoff(int tries) {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << (tries - 1));
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** Waits, and says why. */
    void pause(Duration time, String action, String reason) {
        say.accept(String.format("%s: %s; waiting %.1f s and trying again.", action, reason, time.toMillis() / 1000.0));
        sleep.accept(time);
    }
}
