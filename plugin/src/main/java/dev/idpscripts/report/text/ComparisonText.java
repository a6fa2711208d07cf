package dev.idpscripts.report.text;

import dev.idpscripts.model.stored.Comparison;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
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

    private String line(Comparison.Line line) {
        String text = Text.exact(line.content());
        return switch (line.changeType()) {
            case "added" -> style.added("+" + text);
            case "removed" -> style.removed("-" + text);
            default -> " " + text;
        };
    }
}
