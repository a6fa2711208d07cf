package dev.idpscripts.model.stored;

import java.util.List;
import java.util.UUID;

/**
 * Figures over all scripts, of the last 30 days except for the numbers of scripts (server.md 3.7).
 *
 * @param successRate 0 to 100
 * @param avgDurationMs milliseconds
 */
public record Dashboard(
        long totalScripts,
        long activeScripts,
        long totalExecutions,
        double successRate,
        double avgDurationMs,
        List<ScriptFigures> scripts) {

    /**
     * One script's figures.
     *
     * @param failureCount without timeouts, which only the total counts
     */
    public record ScriptFigures(
            UUID scriptId,
            String name,
            long totalExecutions,
            long successCount,
            long failureCount,
            double avgDurationMs) {}
}
