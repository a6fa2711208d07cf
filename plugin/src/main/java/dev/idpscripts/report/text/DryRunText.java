package dev.idpscripts.report.text;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.DryRunReport;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.report.style.JsonText;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A single run, for a terminal. */
public final class DryRunText {

    private static final double MICROS_IN_MILLI = 1000.0;

    private final Style style;
    private final TestsText tests;

    /**
     * @param places shows the lines of errors
     */
    public DryRunText(Style style, FindingsText places) {
        this.style = style;
        this.tests = new TestsText(style, places);
    }

    /** What the run did and left, line by line. */
    public List<String> render(DryRunReport report) {
        RunOutcome seen = report.seen();
        List<String> out = new ArrayList<>();
        out.add(style.strong("Dry run of " + Text.clean(report.script().name())) + ", " + Text.clean(report.where()));
        seen.failure()
                .ifPresentOrElse(
                        failure -> {
                            failure.shown().lines().forEach(line -> out.add("  " + style.removed(Text.clean(line))));
                            tests.trace(FailedTest.trace(report.script(), failure))
                                    .forEach(line -> out.add("    " + line));
                        },
                        () -> result(report, out));
        seen.log()
                .ifPresent(log -> section(
                        "Log", log.stream().map(RunOutcome.LogLine::toString).toList(), out));
        section("Printed", seen.printed(), out);
        out.add(style.faint(cost(seen)));
        return out;
    }

    private void result(DryRunReport report, List<String> out) {
        out.add("Attributes" + (report.changes().isEmpty() ? ": unchanged" : ""));
        DifferenceTree.changed(report.changes(), style).forEach(line -> out.add("  " + line));
        JsonValue output = report.seen().output().orElse(JsonValue.NULL);
        List<String> variables = output.value() instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(e -> e.getKey() + ": " + JsonText.shortened(new JsonValue(e.getValue())))
                        .toList()
                : List.of(JsonText.shortened(output));
        section("Output", variables, out);
        out.addAll(tests.warnings(report.seen().lost().stream()
                .map(lost -> lost.toFinding(report.script()))
                .toList()));
    }

    private static void section(String title, List<String> lines, List<String> out) {
        if (!lines.isEmpty()) {
            out.add(title);
            lines.forEach(line -> out.add("  " + Text.clean(line)));
        }
    }

    private static String cost(RunOutcome seen) {
        double millis = seen.duration().toNanos() / MICROS_IN_MILLI / MICROS_IN_MILLI;
        String time = String.format(Locale.ROOT, "%.1f ms", millis);
        return "Took " + time
                + (seen.operations().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", %,d of %,d operations.",
                                seen.operations().getAsLong(),
                                TestCase.MAX_OPERATIONS)
                        : ".");
    }
}
