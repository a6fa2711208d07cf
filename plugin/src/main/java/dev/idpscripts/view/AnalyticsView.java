package dev.idpscripts.view;

import dev.idpscripts.model.stored.Dashboard;
import dev.idpscripts.model.stored.ScriptAnalytics;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The server's figures, told as they are: of the last 30 days, timeouts apart, percentiles missing (server.md 3.7). */
public final class AnalyticsView {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final List<String> SCRIPTS =
            List.of("script", "runs", "succeeded", "failed", "timed out or skipped", "average ms");

    private AnalyticsView() {}

    /** All scripts, the most often run first. */
    public static Table dashboard(Dashboard d) {
        List<List<Object>> rows = d.scripts().stream()
                .sorted(Comparator.comparingLong(Dashboard.ScriptFigures::totalExecutions)
                        .reversed()
                        .thenComparing(Dashboard.ScriptFigures::name))
                .map(r -> Table.row(
                        r.name(),
                        r.totalExecutions(),
                        r.successCount(),
                        r.failureCount(),
                        r.totalExecutions() - r.successCount() - r.failureCount(),
                        rounded(r.avgDurationMs())))
                .toList();
        String title = d.totalExecutions() + " runs in 30 days, " + percent(d.successRate(), d.totalExecutions())
                + ", " + rounded(d.avgDurationMs()) + " ms on average; " + d.activeScripts() + " of "
                + d.totalScripts() + " scripts are active";
        return new Table(
                title,
                SCRIPTS,
                rows,
                List.of("Dry runs of stored versions count too; the server counts no others yet."));
    }

    private static String percent(double rate, long runs) {
        return runs == 0 ? "no success rate without runs" : String.format(Locale.ROOT, "%.1f %% succeeded", rate);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** One script: figures, a day in each row, and what went wrong most often. */
    public static List<Table> script(ScriptAnalytics a) {
        long most = a.dailyTrends().stream()
                .mapToLong(ScriptAnalytics.Day::executions)
                .max()
                .orElse(0);
        List<List<Object>> days = a.dailyTrends().stream()
                .map(day -> Table.row(
                        day.date(),
                        day.executions(),
                        day.successes(),
                        day.failures(),
                        rounded(day.avgDurationMs()),
                        bar(day.executions(), most)))
                .toList();
        List<String> notes = new ArrayList<>(List.of("p95: the server does not compute it"));
        if (!days.isEmpty()) {
            notes.add(0, "runs by day: " + chart(a.dailyTrends(), most));
        }
        Table trend = new Table(
                a.name() + ": " + a.totalExecutions() + " runs in 30 days, "
                        + percent(a.successRate(), a.totalExecutions()) + ", " + rounded(a.avgDurationMs())
                        + " ms on average",
                List.of("day", "runs", "succeeded", "failed", "average ms", "chart"),
                days,
                notes);
        List<List<Object>> errors = a.topErrors().stream()
                .map(e -> Table.row(e.count(), CellText.time(e.lastOccurred()), e.errorMessage()))
                .toList();
        return errors.isEmpty()
                ? List.of(trend)
                : List.of(trend, new Table("Most frequent errors", List.of("times", "last", "error"), errors));
    }

    private static String bar(long value, long most) {
        return most == 0 ? "" : "█".repeat((int) Math.max(value > 0 ? 1 : 0, value * 10 / most));
    }

    private static String chart(List<ScriptAnalytics.Day> days, long most) {
        StringBuilder chart = new StringBuilder();
        for (ScriptAnalytics.Day day : days) {
            chart.append(BARS.charAt(most == 0 ? 0 : (int) (day.executions() * (BARS.length() - 1) / most)));
        }
        return chart.toString();
    }
}
