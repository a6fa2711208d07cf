package dev.idpscripts.report.text;

import dev.idpscripts.model.Characters;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.style.JsonText;
import dev.idpscripts.report.style.LineWrap;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal: as wide as it is allowed to be, the widest columns shortened first. */
public final class TableText {

    private static final Pattern TIME = Pattern.compile("[0-9-]{10} [0-9:]{5}Z");

    private static final int GAP = 2;
    private static final int READABLE = 16;
    private static final int NARROWEST = 12;

    private final Style style;
    private final int width;

    /**
     * @param width in characters; 0 for as wide as it needs to be
     */
    public TableText(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /** Title, table and notes, line by line. */
    public List<String> render(Table whole) {
        Table table = shown(whole);
        List<String> out = new ArrayList<>();
        LineWrap below = LineWrap.flush(width);
        below.of(Text.clean(table.title())).forEach(line -> out.add(style.strong(line)));
        if (table.columns().equals(Table.FIELDS)) {
            table.rows()
                    .forEach(row ->
                            out.addAll(new LineWrap(width).of("  " + cell(row.get(0)) + ": " + cell(row.get(1)))));
            table.notes().forEach(note -> out.addAll(below.of(Text.clean(note))));
            return out;
        }
        List<List<String>> cells = table.rows().stream()
                .map(row -> row.stream().map(TableText::cell).toList())
                .toList();
        int[] widths = widths(table.columns(), cells);
        if (!cells.isEmpty()) {
            out.add(style.faint(line(table.columns(), widths, right(table))));
        }
        cells.forEach(row -> out.add(line(row, widths, right(table))));
        table.notes().forEach(note -> out.addAll(below.of(Text.clean(note))));
        return out;
    }

    private static Table shown(Table table) {
        if (table.shown().isEmpty()) {
            return table;
        }
        List<Integer> places =
                table.shown().stream().map(table.columns()::indexOf).toList();
        List<List<Object>> rows = table.rows().stream()
                .map(row -> Table.row(places.stream().map(row::get).toArray()))
                .toList();
        return new Table(table.title(), table.shown(), rows, table.notes());
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? JsonText.whole(new JsonValue(value))
                : Text.clean(value.toString()).replace('\t', ' ');
    }

    /** Numbers stand at the right. */
    private static List<Boolean> right(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.rows().stream().allMatch(row -> row.get(i) == null || row.get(i) instanceof Number)
                        && table.rows().stream().anyMatch(row -> row.get(i) != null))
                .toList();
    }

    private int[] widths(List<String> columns, List<List<String>> cells) {
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> Math.max(
                        columns.get(i).length(),
                        cells.stream()
                                .mapToInt(row -> Characters.count(row.get(i)))
                                .max()
                                .orElse(0)))
                .toArray();
        int[] narrowed = IntStream.range(0, widths.length)
                .filter(i -> width > 0 && !isTime(cells, i))
                .toArray();
        int room = width - GAP * (columns.size() - 1);
        // What is long is more often a sentence than a name.
        for (int least : List.of(READABLE, NARROWEST)) {
            while (width > 0 && IntStream.of(widths).sum() > room) {
                OptionalInt widest = IntStream.of(narrowed).reduce((a, b) -> widths[b] > widths[a] ? b : a);
                if (widest.isEmpty() || widths[widest.getAsInt()] <= least) {
                    break;
                }
                widths[widest.getAsInt()]--;
            }
        }
        return widths;
    }

    /** The half of a time says nothing, and not in which zone it is. */
    private static boolean isTime(List<List<String>> cells, int column) {
        return cells.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || TIME.matcher(cell).matches());
    }

    private static String line(List<String> cells, int[] widths, List<Boolean> right) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> fit(cells.get(i), widths[i], right.get(i)))
                .collect(Collectors.joining(" ".repeat(GAP)))
                .stripTrailing();
    }

    private static String fit(String text, int width, boolean right) {
        int length = Characters.count(text);
        if (length > width) {
            return Characters.shortened(text, width);
        }
        String blanks = " ".repeat(width - length);
        return right ? blanks + text : text + blanks;
    }
}
