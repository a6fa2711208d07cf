package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.stored.Comparison.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The server's comparison: not a difference but line 1 against line 1, line 2 against line 2 (server.md 3.2). */
public final class LineByLine {

    private static final Pattern END_OF_LINE = Pattern.compile("\r?\n");

    private final List<Line> rows = new ArrayList<>();

    private LineByLine() {}

    public static List<Line> compare(String from, String to) {
        LineByLine comparison = new LineByLine();
        comparison.compare(lines(from), lines(to));
        return comparison.rows;
    }

    /** As Rust's {@code lines()}: a line end at the very end starts no further line, a lone CR ends none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(END_OF_LINE.split(text, -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private void compare(List<String> from, List<String> to) {
        for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
            if (i < from.size() && i < to.size() && from.get(i).equals(to.get(i))) {
                row("unchanged", from.get(i));
            } else {
                rowIfThere("removed", from, i);
                rowIfThere("added", to, i);
            }
        }
    }

    private void rowIfThere(String change, List<String> lines, int index) {
        if (index < lines.size()) {
            row(change, lines.get(index));
        }
    }

    private void row(String change, String content) {
        rows.add(new Line(rows.size() + 1, change, content));
    }
}
