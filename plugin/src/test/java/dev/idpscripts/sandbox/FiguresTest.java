package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.Dashboard;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.ScriptAnalytics;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.rules.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final StoredScript BUSY = script("busy", ScriptStatus.ACTIVE);
    private static final StoredScript QUIET = script("quiet", ScriptStatus.DRAFT);
    private static final StoredScript IDLE = script("idle", ScriptStatus.INACTIVE);

    private static StoredScript script(String name, ScriptStatus status) {
        return new StoredScript(
                UUID.randomUUID(), Sandboxes.TENANT, name, null, 1, status, false, Principal.NIL, NOW, NOW);
    }

    private static ExecutionLog log(UUID script, String status, String error, int millis, Instant at) {
        return new ExecutionLog(
                UUID.randomUUID(),
                Sandboxes.TENANT,
                script,
                null,
                Principal.NIL,
                1,
                status,
                true,
                null,
                null,
                error,
                millis,
                Principal.NIL,
                at);
    }

    private static final List<ExecutionLog> LOGS = List.of(
            log(BUSY.id(), "success", null, 10, NOW.minus(Duration.ofDays(30))),
            log(BUSY.id(), "failure", "boom", 20, NOW.minus(Duration.ofDays(1))),
            log(BUSY.id(), "timeout", "Too many operations", 60, NOW.minus(Duration.ofHours(13))),
            log(BUSY.id(), "success", null, 30, NOW),
            log(QUIET.id(), "success", null, 5, NOW),
            log(Principal.NIL, "failure", "boom", 7, NOW),
            log(BUSY.id(), "failure", "old", 1, NOW.minus(Duration.ofDays(30)).minusMillis(1)));

    private static final List<ExecutionLog> RECENT = Figures.recent(LOGS, NOW);

    @Test
    void thirtyDaysCountToTheMillisecond() {
        assertEquals(LOGS.subList(0, 6), RECENT);
    }

    @Test
    void theDashboardCountsDeletedScriptsButHasNoRowForThem() {
        Dashboard dashboard = Figures.dashboard(List.of(IDLE, QUIET, BUSY), RECENT);
        assertAll(
                () -> assertEquals(3, dashboard.totalScripts()),
                () -> assertEquals(1, dashboard.activeScripts()),
                () -> assertEquals(6, dashboard.totalExecutions()),
                () -> assertEquals(50.0, dashboard.successRate()),
                () -> assertEquals(22.0, dashboard.avgDurationMs()),
                () -> assertEquals(
                        List.of(
                                new Dashboard.ScriptFigures(BUSY.id(), "busy", 4, 2, 1, 30.0),
                                new Dashboard.ScriptFigures(QUIET.id(), "quiet", 1, 1, 0, 5.0)),
                        dashboard.scripts()));
    }

    @Test
    void nothingRunIsZeroPercent() {
        assertEquals(new Dashboard(0, 0, 0, 0, 0, List.of()), Figures.dashboard(List.of(), List.of()));
    }

    @Test
    void aScriptsFiguresAreByDayAndByError() {
        ScriptAnalytics analytics = Figures.analytics(BUSY, RECENT);
        assertAll(
                () -> assertEquals(4, analytics.totalExecutions()),
                () -> assertEquals(50.0, analytics.successRate()),
                () -> assertEquals(0.0, analytics.p95DurationMs()),
                () -> assertEquals(
                        List.of(
                                new ScriptAnalytics.Day("2026-03-01", 1, 1, 0, 10.0),
                                new ScriptAnalytics.Day("2026-03-30", 2, 0, 1, 40.0),
                                new ScriptAnalytics.Day("2026-03-31", 1, 1, 0, 30.0)),
                        analytics.dailyTrends()),
                () -> assertEquals(
                        List.of(new ScriptAnalytics.TopError("boom", 1, NOW.minus(Duration.ofDays(1)))),
                        analytics.topErrors()));
    }

    @Test
    void theTenMostFrequentErrorsAreShown() {
        List<ExecutionLog> logs = new ArrayList<>();
        IntStream.rangeClosed(1, 12)
                .forEach(i -> logs.addAll(Collections.nCopies(i, log(BUSY.id(), "failure", "error " + i, 1, NOW))));
        List<String> shown = Figures.analytics(BUSY, logs).topErrors().stream()
                .map(e -> e.errorMessage() + " x" + e.count())
                .toList();
        assertEquals(
                IntStream.iterate(12, i -> i - 1)
                        .limit(10)
                        .mapToObj(i -> "error " + i + " x" + i)
                        .toList(),
                shown);
    }
}
