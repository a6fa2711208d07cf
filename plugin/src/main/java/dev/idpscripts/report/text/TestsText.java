package dev.idpscripts.report.text;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How tests ended, for a terminal. */
public final class TestsText {

    private static final int PERCENT = 100;

    private final Style style;
    private final FindingsText places;

    /**
     * @param places shows the lines of errors
     */
    public TestsText(Style style, FindingsText places) {
        this.style = style;
        this.places = places;
    }

    /** One line for each script, and below it what failed; those without tests together at the end. */
    public List<String> render(List<ScriptResult> results) {
        List<String> out = new ArrayList<>();
        List<ScriptResult> tested =
                results.stream().filter(r -> !r.cases().isEmpty()).toList();
        int width =
                tested.stream().mapToInt(r -> r.script().name().length()).max().orElse(0);
        tested.forEach(result -> script(result, width, out));
        if (tested.size() < results.size()) {
            out.add("  " + style.changed("no tests") + "  "
                    + Text.clean(results.stream()
                            .filter(r -> r.cases().isEmpty())
                            .map(r -> r.script().name())
                            .collect(Collectors.joining(", "))));
        }
        return out;
    }

    private void script(ScriptResult result, int width, List<String> out) {
        int failed = result.failures().size();
        String all = Phrase.count(result.cases().size(), "test");
        String name = Text.clean(result.script().name());
        out.add("  " + (failed > 0 ? style.removed("FAILED  ") : style.added("passed  ")) + "  " + name
                + " ".repeat(Math.max(0, width - name.length())) + "  "
                + (failed > 0 ? failed + " of " + all + " " + Phrase.word(failed, "fails", "fail") : all)
                + result.lines()
                        .map(lines -> style.faint(coverage(result.script(), lines)))
                        .orElse(""));
        failures(result.failed()).forEach(line -> out.add("            " + line));
        warnings(result.warnings()).forEach(line -> out.add("            " + line));
    }

    /** What passes here and is lost there. */
    List<String> warnings(List<Finding> warnings) {
        List<String> out = new ArrayList<>();
        for (Finding warning : warnings) {
            List<String> lines = places.render(warning);
            out.add(style.changed("warning: ") + lines.get(0));
            out.addAll(lines.subList(1, lines.size()));
        }
        return out;
    }

    private static String coverage(Script script, RunOutcome.Lines lines) {
        List<Integer> missed = lines.all().stream()
                .filter(line -> !lines.reached().contains(line))
                .toList();
        return missed.isEmpty()
                ? ", every line reached"
                : ", " + percent(lines) + " % of lines; not reached: "
                        + Text.ranges(missed.stream()
                                .map(line -> script.at(line, 1).line())
                                .distinct()
                                .toList());
    }

    private static int percent(RunOutcome.Lines lines) {
        return lines.reached().size() * PERCENT / lines.all().size();
    }

    /** What failed, test by test. */
    List<String> failures(List<FailedTest> failures) {
        List<String> out = new ArrayList<>();
        for (FailedTest failed : failures) {
            out.add(Text.clean(failed.name()) + style.faint(" (" + failed.origin() + ")"));
            DifferenceTree.expected(failed.differences(), style).forEach(line -> out.add("  " + line));
            trace(failed.trace()).forEach(line -> out.add("  " + line));
        }
        return out;
    }

    /** Where in the file a script failed, and through which calls it came there. */
    List<String> trace(List<FailedTest.TraceStep> steps) {
        List<String> out = new ArrayList<>();
        for (FailedTest.TraceStep step : steps) {
            String at = step.at().map(SourceLocation::toString).orElse("");
            if (step.function().isEmpty()) {
                out.add("at " + style.place(at));
                step.at().ifPresent(origin -> out.addAll(places.excerpt(origin)));
            } else {
                out.add("in function " + Text.clean(step.function()) + ", called"
                        + style.faint(at.isEmpty() ? "" : " at " + at));
            }
        }
        return out;
    }

    /** Such as {@code 2 tests fail}. */
    public static String failed(int failed) {
        return Phrase.count(failed, "test", "fails", "fail");
    }

    /** The same, counted. */
    public static String failed(List<ScriptResult> results) {
        return failed(results.stream().mapToInt(r -> r.failures().size()).sum());
    }

    /** Such as {@code 84 tests passed, 1 failed.} */
    public static String summary(List<ScriptResult> results) {
        List<CaseResult> cases =
                results.stream().flatMap(r -> r.cases().stream()).toList();
        int failed = count(cases, CaseResult.CaseState.FAILED);
        int passed = cases.size() - failed;
        int untested = (int) results.stream().filter(r -> r.cases().isEmpty()).count();
        return Phrase.count(passed, "test") + " passed, " + failed + " failed"
                + (untested == 0 ? "." : "; " + Phrase.count(untested, "script") + " without tests.");
    }

    /** Such as {@code 97 % of 320 lines reached}; empty where nothing was traced. */
    public static String coverage(List<ScriptResult> results) {
        List<RunOutcome.Lines> lines =
                results.stream().flatMap(r -> r.lines().stream()).toList();
        int all = lines.stream().mapToInt(l -> l.all().size()).sum();
        int reached = lines.stream().mapToInt(l -> l.reached().size()).sum();
        return all == 0 ? "" : reached * PERCENT / all + " % of " + Phrase.count(all, "line") + " reached";
    }

    private static int count(List<CaseResult> cases, CaseResult.CaseState state) {
        return (int) cases.stream().filter(c -> c.state() == state).count();
    }
}
