package dev.idpscripts.report.ci;

import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.ScriptResult;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which lines tests reached, for coverage tools, in the form of LCOV's tracefiles: {@code coverage.info}. */
public final class Lcov {

    private Lcov() {}

    /**
     * The file's text.
     *
     * @param paths what the code host calls a file
     */
    public static String render(List<ScriptResult> results, UnaryOperator<String> paths) {
        StringBuilder out = new StringBuilder();
        for (ScriptResult result : results) {
            result.lines().ifPresent(lines -> script(result, lines, paths, out));
        }
        return out.toString();
    }

    private static void script(
            ScriptResult result, RunOutcome.Lines lines, UnaryOperator<String> paths, StringBuilder out) {
        SortedMap<Integer, Integer> hits = new TreeMap<>();
        for (int line : lines.all()) {
            int inFile = result.script().at(line, 1).line();
            hits.merge(inFile, lines.reached().contains(line) ? 1 : 0, Math::max);
        }
        out.append("TN:\nSF:")
                .append(paths.apply(result.script().source().file()))
                .append('\n');
        hits.forEach((line, hit) ->
                out.append("DA:").append(line).append(',').append(hit).append('\n'));
        out.append("LF:").append(hits.size()).append('\n');
        out.append("LH:")
                .append(hits.values().stream().filter(hit -> hit > 0).count())
                .append("\nend_of_record\n");
    }
}
