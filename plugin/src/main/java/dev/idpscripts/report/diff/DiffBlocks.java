package dev.idpscripts.report.diff;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.report.diff.LineDiff.Row;
import dev.idpscripts.report.diff.LineDiff.RowKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A line difference in blocks that can be shown one below the other or side by side.
 *
 * @param title how many lines come and go, and what the lines alone do not show
 * @param cut how many rows are left out at the end
 */
public record DiffBlocks(String title, List<Block> blocks, int cut) {

    /**
     * Lines that belong together: unchanged ones, old ones beside the new ones in their place, or hidden ones.
     *
     * @param before what the old body has; the same as after for unchanged lines
     * @param hidden how many lines are hidden; 0 for others
     */
    public record Block(List<Row> before, List<Row> after, int hidden) {

        boolean isSame() {
            return hidden == 0 && !before.isEmpty() && before.get(0).kind() == RowKind.SAME;
        }

        public String name() {
            return isSame() ? "same" : "change";
        }

        public String hiddenWords() {
            return Phrase.count(hidden, "unchanged line");
        }
    }

    /**
     * The blocks of a difference.
     *
     * @param most how many rows are shown
     */
    public static DiffBlocks of(LineDiff diff, int most) {
        List<Row> rows = diff.rows().subList(0, Math.min(diff.rows().size(), most));
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            Row row = rows.get(i);
            if (row.kind() == RowKind.HIDDEN) {
                blocks.add(new Block(List.of(), List.of(), row.hidden()));
                i++;
                continue;
            }
            if (row.kind() == RowKind.SAME) {
                List<Row> same = run(rows, i, RowKind.SAME);
                blocks.add(new Block(same, same, 0));
                i += same.size();
                continue;
            }
            List<Row> removed = run(rows, i, RowKind.REMOVED);
            List<Row> added = run(rows, i + removed.size(), RowKind.ADDED);
            blocks.add(new Block(removed, added, 0));
            i += removed.size() + added.size();
        }
        String title = diff.rows().isEmpty()
                ? diff.remark()
                : "+" + diff.added() + " −" + diff.removed() + " lines"
                        + (diff.remark().isEmpty() ? "" : ", " + diff.remark());
        return new DiffBlocks(title, blocks, diff.rows().size() - rows.size());
    }

    private static List<Row> run(List<Row> rows, int from, RowKind kind) {
        int end = from;
        while (end < rows.size() && rows.get(end).kind() == kind) {
            end++;
        }
        return rows.subList(from, end);
    }

    public String cutWords() {
        return "and " + Phrase.count(cut, "more line") + " of this difference; plan.json has both bodies";
    }
}
