package dev.idpscripts.report.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.idpscripts.model.Body;
import dev.idpscripts.report.style.Text;
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

    /** Above this many lines the exact search takes too much memory. */
    private static final int LARGE = 2000;

    public LineDiff {
        rows = List.copyOf(rows);
    }

    public int added() {
        return (int) rows.stream().filter(row -> row.kind() == RowKind.ADDED).count();
    }

    public int removed() {
        return (int) rows.stream().filter(row -> row.kind() == RowKind.REMOVED).count();
    }

    public static LineDiff of(Body before, Body after) {
        List<String> from = before.lines();
        List<String> to = after.lines();
        boolean large = from.size() + to.size() > LARGE;
        List<AbstractDelta<String>> deltas = DiffUtils.diff(
                        from, to, large ? new MyersDiffWithLinearSpace<>() : new MyersDiff<>())
                .getDeltas();
        return new LineDiff(withContext(rows(from, deltas)), remark(before, after, deltas.isEmpty()));
    }

    private static String remark(Body before, Body after, boolean sameLines) {
        if (sameLines) {
            return before.equals(after) ? "" : "only the line end at the end of the file differs";
        }
        return before.text().replaceAll("\\s+", "").equals(after.text().replaceAll("\\s+", ""))
                ? "only white space differs"
                : "";
    }

    /** Lines from one place on that give way to others. */
    private record Chunk(int before, List<String> old, int after, List<String> now) {

        static Chunk of(AbstractDelta<String> delta) {
            return new Chunk(
                    delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getPosition(),
                    delta.getTarget().getLines());
        }

        boolean touches(Chunk next) {
            return before + old.size() == next.before && after + now.size() == next.after;
        }

        Chunk with(Chunk next) {
            List<String> allOld = new ArrayList<>(old);
            allOld.addAll(next.old);
            List<String> allNow = new ArrayList<>(now);
            allNow.addAll(next.now);
            return new Chunk(before, allOld, after, allNow);
        }
    }

    /** The search in linear space tells a change as an insertion and a deletion. */
    private static List<Chunk> chunks(List<AbstractDelta<String>> deltas) {
        List<Chunk> chunks = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas) {
            Chunk next = Chunk.of(delta);
            int last = chunks.size() - 1;
            if (last >= 0 && chunks.get(last).touches(next)) {
                chunks.set(last, chunks.get(last).with(next));
            } else {
                chunks.add(next);
            }
        }
        return chunks;
    }

    /** Every line of both bodies. */
    private static List<Row> rows(List<String> from, List<AbstractDelta<String>> deltas) {
        List<Row> rows = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Chunk chunk : chunks(deltas)) {
            while (before < chunk.before()) {
                rows.add(same(from.get(before), ++before, ++after));
            }
            boolean paired = chunk.old().size() == chunk.now().size();
            List<WordDiff> words = new ArrayList<>();
            for (int i = 0; i < chunk.old().size(); i++) {
                String now = paired ? chunk.now().get(i) : "";
                words.add(
                        paired
                                ? WordDiff.of(chunk.old().get(i), now)
                                : WordDiff.whole(chunk.old().get(i), now));
            }
            for (WordDiff each : words) {
                rows.add(new Row(RowKind.REMOVED, ++before, 0, each.before(), 0));
            }
            for (int i = 0; i < chunk.now().size(); i++) {
                WordDiff each =
                        paired ? words.get(i) : WordDiff.whole("", chunk.now().get(i));
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
