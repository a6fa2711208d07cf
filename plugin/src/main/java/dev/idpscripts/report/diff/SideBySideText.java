package dev.idpscripts.report.diff;

import dev.idpscripts.model.Characters;
import dev.idpscripts.report.diff.DiffBlocks.Block;
import dev.idpscripts.report.diff.LineDiff.Row;
import dev.idpscripts.report.style.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A line difference in two columns: {@code |} between lines that differ, {@code <} beside those that go, {@code >} beside those that
 * come. Long lines go on below.
 */
public final class SideBySideText {

    /** Where nobody says how wide the terminal is. */
    private static final int WIDTH = 80;

    private static final int NARROWEST = 10;
    private static final int SIGN = " | ".length();
    private static final String TAB = "    ";

    private final Style style;
    private final int width;

    /**
     * @param width in characters; 0 for 80
     */
    public SideBySideText(Style style, int width) {
        this.style = style;
        this.width = width <= 0 ? WIDTH : width;
    }

    public List<String> render(String left, String right, LineDiff diff) {
        int digits = diff.rows().stream()
                .mapToInt(row ->
                        String.valueOf(Math.max(row.before(), row.after())).length())
                .max()
                .orElse(1);
        int room = Math.max(NARROWEST, (width - SIGN) / 2 - digits - 1);
        List<String> out = new ArrayList<>();
        heads(left, right, digits + 1 + room, out);
        if (!diff.remark().isEmpty()) {
            out.add(style.changed(diff.remark()));
        }
        for (Block block : DiffBlocks.of(diff, Integer.MAX_VALUE).blocks()) {
            if (block.hidden() > 0) {
                out.add(style.place("@@ " + block.hiddenWords() + " @@"));
            } else {
                block(block, digits, room, out);
            }
        }
        return out;
    }

    private void heads(String left, String right, int column, List<String> out) {
        List<String> from = pieces(left, column);
        List<String> to = pieces(right, column);
        for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
            String old = i < from.size() ? from.get(i) : "";
            String now = i < to.size() ? to.get(i) : "";
            out.add(style.strong((padded(old, column) + " ".repeat(SIGN) + now).stripTrailing()));
        }
    }

    private void block(Block block, int digits, int room, List<String> out) {
        for (int i = 0; i < Math.max(block.before().size(), block.after().size()); i++) {
            Optional<Row> old = row(block.before(), i);
            Optional<Row> now = row(block.after(), i);
            pair(old, now, block.isSame() ? " " : sign(old, now), digits, room, out);
        }
    }

    private static Optional<Row> row(List<Row> rows, int i) {
        return i < rows.size() ? Optional.of(rows.get(i)) : Optional.empty();
    }

    private static String sign(Optional<Row> old, Optional<Row> now) {
        if (old.isEmpty()) {
            return ">";
        }
        return now.isEmpty() ? "<" : "|";
    }

    private void pair(Optional<Row> old, Optional<Row> now, String sign, int digits, int room, List<String> out) {
        List<String> from = old.map(row -> pieces(row.text(), room)).orElse(List.of());
        List<String> to = now.map(row -> pieces(row.text(), room)).orElse(List.of());
        boolean same = sign.isBlank();
        for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
            String left = cell(i == 0 ? old.map(Row::before) : Optional.empty(), from, i, digits, room);
            String right = cell(i == 0 ? now.map(Row::after) : Optional.empty(), to, i, digits, room)
                    .stripTrailing();
            String line = coloured(same, style::removed, left) + " " + (same ? sign : style.changed(sign)) + " "
                    + coloured(same, style::added, right);
            out.add(line.stripTrailing());
        }
    }

    private static String coloured(boolean same, UnaryOperator<String> colour, String cell) {
        return same || cell.isBlank() ? cell : colour.apply(cell);
    }

    private static String cell(Optional<Integer> number, List<String> pieces, int i, int digits, int room) {
        String shown = number.map(String::valueOf).orElse("");
        return " ".repeat(digits - shown.length()) + shown + " " + padded(i < pieces.size() ? pieces.get(i) : "", room);
    }

    private static String padded(String text, int room) {
        return text + " ".repeat(Math.max(0, room - Characters.count(text)));
    }

    /** The text in pieces that fit; at least one. */
    private static List<String> pieces(String text, int room) {
        List<String> pieces = new ArrayList<>();
        String rest = text.replace("\t", TAB);
        while (Characters.count(rest) > room) {
            String piece = Characters.first(rest, room);
            pieces.add(piece);
            rest = rest.substring(piece.length());
        }
        pieces.add(rest);
        return pieces;
    }
}
