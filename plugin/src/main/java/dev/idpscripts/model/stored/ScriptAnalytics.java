package dev.idpscripts.model.stored;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One script's figures of the last 30 days (server.md 3.7).
 *
 * @param successRate 0 to 100
 * @param p95DurationMs always 0: the server does not compute it
 * @param dailyTrends ascending; days without runs are left out
 * @param topErrors at most 10
 */
public record ScriptAnalytics(
        UUID scriptId,
        String name,
        long totalExecutions,
        double successRate,
        double avgDurationMs,
        double p95DurationMs,
        List<Day> dailyTrends,
        List<TopError> topErrors) {

    /**
     * One day's figures.
     *
     * @param date {@code YYYY-MM-DD} in the server's time zone
     */
    public record Day(String date, long executions, long successes, long failures, double avgDurationMs) {}

    /** One error text and how often it came. */
    public record TopError(String errorMessage, long count, Instant lastOccurred) {}
}
