package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.Dashboard;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.ScriptAnalytics;
import dev.idpscripts.model.stored.ScriptAnalytics.Day;
import dev.idpscripts.model.stored.ScriptAnalytics.TopError;
import dev.idpscripts.model.stored.StoredScript;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The server's figures over execution logs (server.md 3.7). */
public final class Figures {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final int MAX_ERRORS = 10;
    private static final double PERCENT = 100;

    private Figures() {}

    /** The logs that count. */
    public static List<ExecutionLog> recent(Collection<ExecutionLog> logs, Instant now) {
        Instant since = now.minus(WINDOW);
        return logs.stream().filter(l -> !l.executedAt().isBefore(since)).toList();
    }

    /** Runs of deleted scripts count in the totals but have no row. */
    public static Dashboard dashboard(Collection<StoredScript> scripts, List<ExecutionLog> recent) {
        long active =
                scripts.stream().filter(s -> s.status() == ScriptStatus.ACTIVE).count();
        List<Dashboard.ScriptFigures> rows = scripts.stream()
                .map(s -> row(s, ofScript(s, recent)))
                .filter(r -> r.totalExecutions() > 0)
                .sorted(Comparator.comparingLong(Dashboard.ScriptFigures::totalExecutions)
                        .reversed())
                .toList();
        return new Dashboard(scripts.size(), active, recent.size(), successRate(recent), averageDuration(recent), rows);
    }

    private static Dashboard.ScriptFigures row(StoredScript script, List<ExecutionLog> logs) {
        return new Dashboard.ScriptFigures(
                script.id(),
                script.name(),
                logs.size(),
                count(logs, "success"),
                count(logs, "failure"),
                averageDuration(logs));
    }

    public static ScriptAnalytics analytics(StoredScript script, List<ExecutionLog> recent) {
        List<ExecutionLog> logs = ofScript(script, recent);
        return new ScriptAnalytics(
                script.id(),
                script.name(),
                logs.size(),
                successRate(logs),
                averageDuration(logs),
                0,
                days(logs),
                topErrors(logs));
    }

    private static List<ExecutionLog> ofScript(StoredScript script, List<ExecutionLog> logs) {
        return logs.stream().filter(l -> script.id().equals(l.scriptId())).toList();
    }

    private static List<Day> days(List<ExecutionLog> logs) {
        Map<LocalDate, List<ExecutionLog>> byDay =
                grouped(logs, l -> LocalDate.ofInstant(l.executedAt(), ZoneOffset.UTC));
        return byDay.entrySet().stream().map(e -> day(e.getKey(), e.getValue())).toList();
    }

    private static Day day(LocalDate date, List<ExecutionLog> logs) {
        return new Day(
                date.toString(), logs.size(), count(logs, "success"), count(logs, "failure"), averageDuration(logs));
    }

    /** Of failures only; timeouts are left out. */
    private static List<TopError> topErrors(List<ExecutionLog> logs) {
        List<ExecutionLog> failures = logs.stream()
                .filter(l -> "failure".equals(l.status()) && l.error() != null)
                .toList();
        return grouped(failures, ExecutionLog::error).entrySet().stream()
                .map(e -> new TopError(e.getKey(), e.getValue().size(), last(e.getValue())))
                .sorted(Comparator.comparingLong(TopError::count).reversed())
                .limit(MAX_ERRORS)
                .toList();
    }

    private static <K> Map<K, List<ExecutionLog>> grouped(List<ExecutionLog> logs, Function<ExecutionLog, K> key) {
        return logs.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Instant last(List<ExecutionLog> logs) {
        return logs.stream()
                .map(ExecutionLog::executedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long count(List<ExecutionLog> logs, String status) {
        return logs.stream().filter(l -> l.status().equals(status)).count();
    }

    private static double successRate(List<ExecutionLog> logs) {
        return logs.isEmpty() ? 0 : PERCENT * count(logs, "success") / logs.size();
    }

    private static double averageDuration(List<ExecutionLog> logs) {
        return logs.stream().mapToInt(ExecutionLog::durationMs).average().orElse(0);
    }
}
