package dev.idpscripts.report.diff;

import dev.idpscripts.diff.Hunk;
import dev.idpscripts.model.Body;
import dev.idpscripts.report.style.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The line difference of two bodies: what changed with three lines around it, and how much is hidden between.
 *
 * @param rows from top to bottom
 * @param remark what the rows alone do not show, such as that only white space differs; may be empty
 */
public record LineDiff(List<Row> rows, String remark) {

    /** What a row shows. */
    enum RowKind {
        SAME,
        REMOVED,
        ADDED,
        /** Lines that are left out. */
        HIDDEN
    }

    /**
     * One row.
     *
     * @param before the line's number in the old body, from 1; 0 if it is not there
     * @param after the line's number in the new body, from 1; 0 if it is not there
     * @param spans the line in parts; none for hidden lines
     * @param hidden how many lines are hidden; 0 for others
     */
    public record Row(RowKind kind, int before, int after, List<Span> spans, int hidden) {

        /** The line's number where it is shown. */
        public int number() {
            return kind == RowKind.REMOVED ? before : after;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            spans.forEach(span -> text.append(span.text()));
            return text.toString();
        }
    }

    /** A part of a line: changed, or as in the line that it replaces or is replaced by. */
    public record Span(String text, boolean changed) {}

    private static final int CONTEXT = 3;

    public LineDiff {
        rows = List.copyOf(rows);
    }

    public int added() {
        return (int) rows.stream().filter(row -> row.kind() == RowKind.ADDED).count();
    }

    public int removed() {
        return (int) rows.stream().filter(row -> row.kind() == RowKind.REMOVED).count();
    }

    /** Whether all lines come, or all go. */
    boolean isWhole() {
        return remark.isEmpty() && (added() == rows.size() || removed() == rows.size());
    }

    public static LineDiff of(Body before, Body after) {
        List<String> from = before.lines();
        List<String> to = after.lines();
        List<Hunk> hunks = Hunk.between(from, to);
        return new LineDiff(withContext(rows(from, to, hunks)), remark(before, after, hunks.isEmpty()));
    }

    private static String remark(Body before, Body after, boolean sameLines) {
        if (sameLines) {
            return before.equals(after) ? "" : "only the line end at the end of the file differs";
        }
        if (before.text().replaceAll("\\s+", "").equals(after.text().replaceAll("\\s+", ""))) {
            return "only white space differs";
        }
        return composed(before).equals(composed(after))
                ? "only the Unicode form differs: a letter and its accent are one character or two"
                : "";
    }

    private static String composed(Body body) {
        return Normalizer.normalize(body.text(), Normalizer.Form.NFC);
    }

    /** Every line of both bodies. */
    private static List<Row> rows(List<String> from, List<String> to, List<Hunk> hunks) {
        List<Row> rows = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Hunk hunk : hunks) {
            List<String> old = from.subList(hunk.from(), hunk.to());
            List<String> now = to.subList(hunk.otherFrom(), hunk.otherTo());
            while (before < hunk.from()) {
                rows.add(same(from.get(before), ++before, ++after));
            }
            boolean paired = old.size() == now.size();
            List<WordDiff> words = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                words.add(paired ? WordDiff.of(old.get(i), now.get(i)) : WordDiff.whole(old.get(i), ""));
            }
            for (WordDiff each : words) {
                rows.add(new Row(RowKind.REMOVED, ++before, 0, each.before(), 0));
            }
            for (int i = 0; i < now.size(); i++) {
                WordDiff each = paired ? words.get(i) : WordDiff.whole("", now.get(i));
                rows.add(new Row(RowKind.ADDED, 0, ++after, each.after(), 0));
            }
        }
        while (before < from.size()) {
            rows.add(same(from.get(before), ++before, ++after));
        }
        return rows;
    }

    private static Row same(String line, int before, int after) {
        return new Row(RowKind.SAME, before, after, List.of(new Span(Text.clean(line), false)), 0);
    }

    private static List<Row> withContext(List<Row> all) {
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != RowKind.SAME) {
                for (int j = Math.max(0, i - CONTEXT); j <= Math.min(all.size() - 1, i + CONTEXT); j++) {
                    shown[j] = true;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        for (int i = 0; i < all.size(); i++) {
            if (!shown[i]) {
                hidden++;
                continue;
            }
            if (hidden > 0) {
                rows.add(hidden(hidden));
                hidden = 0;
            }
            rows.add(all.get(i));
        }
        if (hidden > 0 && !rows.isEmpty()) {
            rows.add(hidden(hidden));
        }
        return rows;
    }

    private static Row hidden(int lines) {
        return new Row(RowKind.HIDDEN, 0, 0, List.of(), lines);
    }
}
