package dev.idpscripts.sandbox.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.h2.mvstore.MVMap;

/**
 * Times of whole microseconds, as PostgreSQL keeps them, no two the same, not even after a restart or when the clock was
 * turned back: lists are ordered by them.
 */
final class MonotonicClock {

    private static final String LAST = "last";

    private final Clock clock;
    private final MVMap<String, Long> memory;
    private long last;

    MonotonicClock(Clock clock, MVMap<String, Long> memory) {
        this.clock = clock;
        this.memory = memory;
        this.last = memory.getOrDefault(LAST, 0L);
    }

    Instant next() {
        last = Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return Instant.EPOCH.plus(last, ChronoUnit.MICROS);
    }

    /** Remembers the last one over a restart. */
    void save() {
        memory.put(LAST, last);
    }
}
