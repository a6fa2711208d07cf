package dev.idpscripts.report.diff;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.report.diff.LineDiff.Row;
import dev.idpscripts.report.diff.LineDiff.Span;
import dev.idpscripts.report.style.Style;
import java.util.ArrayList;
import java.util.List;

/** A line difference in the unified format, with the words marked that changed: by colour, or by carets below them. */
public final class DiffText {

    private final Style style;
    private final int most;

    /**
     * @param most how many rows are shown
     */
    public DiffText(Style style, int most) {
        this.style = style;
        this.most = most;
    }

    public List<String> render(LineDiff diff) {
        List<String> out = new ArrayList<>();
        if (!diff.remark().isEmpty()) {
            out.add(style.changed(diff.remark()));
        }
        List<Row> rows = diff.rows();
        for (int i = 0; i < Math.min(rows.size(), most); i++) {
            Row row = rows.get(i);
            boolean hidden = row.kind() == LineDiff.RowKind.HIDDEN;
            if (hidden && i + 1 == rows.size()) {
                out.add(style.place("@@ " + lines(row.hidden()) + " @@"));
            } else if (hidden || i == 0) {
                String header = header(rows.subList(hidden ? i + 1 : i, rows.size()));
                out.add(style.place(header + (hidden ? " " + lines(row.hidden()) : "")));
            }
            if (!hidden) {
                out.add(line(row));
                out.addAll(marks(row));
            }
        }
        if (rows.size() > most) {
            out.add(style.changed("and " + Phrase.count(rows.size() - most, "more line")
                    + " of this difference; all with -Didp-scripts.verbose"));
        }
        return out;
    }

    /** The same for a reader who knows the body: one that comes or goes as a whole needs no line numbers. */
    public List<String> body(LineDiff diff) {
        List<String> lines = render(diff);
        return diff.isWhole() && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
    }

    private static String lines(int hidden) {
        return Phrase.count(hidden, "line") + " not shown";
    }

    /** Such as {@code @@ -39,7 +39,7 @@}. */
    private static String header(List<Row> rows) {
        int before = 0;
        int after = 0;
        int old = 0;
        int now = 0;
        for (Row row : rows) {
            if (row.kind() == LineDiff.RowKind.HIDDEN) {
                break;
            }
            before = before == 0 ? row.before() : before;
            after = after == 0 ? row.after() : after;
            old += row.before() > 0 ? 1 : 0;
            now += row.after() > 0 ? 1 : 0;
        }
        return "@@ -" + before + "," + old + " +" + after + "," + now + " @@";
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (Span span : row.spans()) {
            line.append(
                    switch (row.kind()) {
                        case ADDED -> span.changed() ? style.addedWord(span.text()) : style.added(span.text());
                        case REMOVED -> span.changed() ? style.removedWord(span.text()) : style.removed(span.text());
                        case SAME, HIDDEN -> span.text();
                    });
        }
        return switch (row.kind()) {
            case ADDED -> style.added("+") + line;
            case REMOVED -> style.removed("-") + line;
            case SAME, HIDDEN -> " " + line;
        };
    }

    /** Without colours: carets below the words that an added line has and its predecessor has not. */
    private List<String> marks(Row row) {
        boolean some = row.spans().stream().anyMatch(Span::changed);
        if (style.colour() || row.kind() != LineDiff.RowKind.ADDED || !some) {
            return List.of();
        }
        StringBuilder marks = new StringBuilder(" ");
        for (Span span : row.spans()) {
            for (char c : span.text().toCharArray()) {
                marks.append(span.changed() ? '^' : c == '\t' ? '\t' : ' ');
            }
        }
        return List.of(marks.toString().stripTrailing());
    }
}
