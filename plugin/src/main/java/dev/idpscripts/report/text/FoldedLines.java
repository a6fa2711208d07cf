package dev.idpscripts.report.text;

import dev.idpscripts.report.style.LineWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines of a plan while they are written: what does not fit into one goes on below, further in. */
final class FoldedLines {

    /** Where stands what is told of an object. */
    static final String INDENT = "      ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param width columns to fold at; 0 for none
     */
    FoldedLines(int width) {
        this.width = width;
    }

    void blank() {
        lines.add("");
    }

    /** A line that is never folded. */
    void whole(String line) {
        lines.add(line.stripTrailing());
    }

    /** A line of its own layout, which goes on below where it would begin. */
    void line(String line) {
        lines.addAll(new LineWrap(width).of(line));
    }

    void sentence(String text) {
        sentence(UnaryOperator.identity(), "", text);
    }

    void sentence(UnaryOperator<String> colour, String indent, String text) {
        int room = width == 0 ? 0 : Math.max(width - INDENT.length() - 2, INDENT.length());
        List<String> folded = LineWrap.flush(room).of(text);
        for (int i = 0; i < folded.size(); i++) {
            lines.add((i == 0 ? indent : indent + "  ") + colour.apply(folded.get(i)));
        }
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
