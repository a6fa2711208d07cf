package dev.idpscripts.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of one text that give way to lines of another; either may be none. All are indexes from 0, the last ones exclusive.
 *
 * @param from the first line in the one
 * @param to after its last line
 * @param otherFrom the first line in the other
 * @param otherTo after its last line
 */
public record Hunk(int from, int to, int otherFrom, int otherTo) {

    /** With more lines than this in both, the exact search takes too much memory. */
    private static final int LARGE = 2_000;

    /** Where the texts differ, from top to bottom; there are equal lines between any two. */
    public static List<Hunk> between(List<String> one, List<String> other) {
        boolean large = one.size() + other.size() > LARGE;
        List<Hunk> hunks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        one, other, large ? new MyersDiffWithLinearSpace<>() : new MyersDiff<>())
                .getDeltas()) {
            Hunk next = of(delta);
            int last = hunks.size() - 1;
            // The search in linear space tells a change as an insertion and a deletion.
            if (last >= 0 && hunks.get(last).touches(next)) {
                hunks.set(last, hunks.get(last).with(next));
            } else {
                hunks.add(next);
            }
        }
        return hunks;
    }

    private static Hunk of(AbstractDelta<String> delta) {
        int from = delta.getSource().getPosition();
        int otherFrom = delta.getTarget().getPosition();
        return new Hunk(
                from,
                from + delta.getSource().size(),
                otherFrom,
                otherFrom + delta.getTarget().size());
    }

    private boolean touches(Hunk next) {
        return to == next.from && otherTo == next.otherFrom;
    }

    private Hunk with(Hunk next) {
        return new Hunk(from, next.to, otherFrom, next.otherTo);
    }

    /** How many lines more the other has. */
    public int growth() {
        return (otherTo - otherFrom) - (to - from);
    }
}
