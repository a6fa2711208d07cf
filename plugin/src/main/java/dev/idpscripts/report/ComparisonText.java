package dev.idpscripts.report;

import dev.idpscripts.model.stored.Comparison;
import java.util.ArrayList;
import java.util.List;

/** The server's own comparison of two versions, for a terminal. */
public final class ComparisonText {

    private final Style style;

    public ComparisonText(Style style) {
        this.style = style;
    }

    /** What the server says, line by line, and what to think of it. */
    public List<String> render(Comparison comparison) {
        List<String> out = new ArrayList<>();
        out.add(style.removed("--- version " + comparison.versionA()));
        out.add(style.added("+++ version " + comparison.versionB()));
        comparison.diffLines().forEach(line -> out.add(line(line)));
        out.add(
                "The server compares line 1 with line 1, line 2 with line 2: after a line that was put in, all that follow"
                        + " count as changed. Without -Didp-scripts.compare=server the difference is a real one.");
        return out;
    }

    /** For {@code result.json}. */
    public static Detail detail(Comparison comparison) {
        return Detail.difference(
                "version " + comparison.versionA(),
                "version " + comparison.versionB(),
                count(comparison, "added"),
                count(comparison, "removed"));
    }

    private static int count(Comparison comparison, String type) {
        return (int) comparison.diffLines().stream()
                .filter(line -> line.changeType().equals(type))
                .count();
    }

    private String line(Comparison.Line line) {
        String text = Text.clean(line.content());
        return switch (line.changeType()) {
            case "added" -> style.added("+" + text);
            case "removed" -> style.removed("-" + text);
            default -> " " + text;
        };
    }
}
