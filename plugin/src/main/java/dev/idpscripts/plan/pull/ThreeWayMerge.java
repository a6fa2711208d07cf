package dev.idpscripts.plan.pull;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.Merged.Both;
import dev.idpscripts.model.pull.Merged.Mine;
import dev.idpscripts.model.pull.Merged.Part;
import dev.idpscripts.model.pull.Merged.Theirs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Merges two texts that come from one, line by line. Where both sides changed the same lines, or lines next to each other,
 * neither wins: that part is a conflict, unless both made the same change.
 */
final class ThreeWayMerge {

    /** Lines from which on the search in little memory is used. */
    private static final int LARGE = 4_000;

    /** A change of one side: base lines from one place to another give way to the side's own. */
    private record Hunk(boolean mine, int from, int to, int sideFrom, int sideTo) {}

    private final List<String> base;
    private final List<String> mine;
    private final List<String> theirs;
    private final List<Part> parts = new ArrayList<>();

    /** How far each text has been carried over. */
    private int baseAt;

    private int mineAt;
    private int theirsAt;

    private ThreeWayMerge(String base, String mine, String theirs) {
        this.base = Merged.lines(base);
        this.mine = Merged.lines(mine);
        this.theirs = Merged.lines(theirs);
    }

    /**
     * Both sides' changes.
     *
     * @param baseName what the base is, in words
     * @param theirsName where {@code theirs} comes from, in words
     */
    static Merged merge(String base, String mine, String theirs, String baseName, String theirsName) {
        return new Merged(new ThreeWayMerge(base, mine, theirs).merge(), baseName, theirsName);
    }

    /** Without a base nothing tells which side changed, so each difference is a conflict. */
    static Merged compare(String mine, String theirs, String theirsName) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Hunk hunk : hunks(Merged.lines(mine), Merged.lines(theirs), false)) {
            keep(parts, at, hunk.from());
            List<String> there = Merged.lines(theirs).subList(hunk.sideFrom(), hunk.sideTo());
            parts.add(new Both(hunk.from(), hunk.to(), List.of(), there));
            at = hunk.to();
        }
        keep(parts, at, Merged.lines(mine).size());
        return new Merged(parts, "", theirsName);
    }

    private static void keep(List<Part> parts, int from, int to) {
        if (to > from) {
            parts.add(new Mine(from, to));
        }
    }

    private static List<Hunk> hunks(List<String> from, List<String> to, boolean mine) {
        boolean large = from.size() + to.size() > LARGE;
        List<Hunk> hunks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        from, to, large ? new MyersDiffWithLinearSpace<>() : new MyersDiff<>())
                .getDeltas()) {
            int source = delta.getSource().getPosition();
            int target = delta.getTarget().getPosition();
            int sourceEnd = source + delta.getSource().size();
            int targetEnd = target + delta.getTarget().size();
            // The search in linear space tells a change as an insertion and a deletion.
            int last = hunks.size() - 1;
            if (last >= 0 && hunks.get(last).to() == source && hunks.get(last).sideTo() == target) {
                Hunk before = hunks.get(last);
                hunks.set(last, new Hunk(mine, before.from(), sourceEnd, before.sideFrom(), targetEnd));
            } else {
                hunks.add(new Hunk(mine, source, sourceEnd, target, targetEnd));
            }
        }
        return hunks;
    }

    private List<Part> merge() {
        List<Hunk> all = Stream.concat(hunks(base, mine, true).stream(), hunks(base, theirs, false).stream())
                .sorted(Comparator.comparingInt(Hunk::from).thenComparingInt(Hunk::to))
                .toList();
        List<Hunk> group = new ArrayList<>();
        int end = 0;
        for (Hunk hunk : all) {
            if (!group.isEmpty() && hunk.from() > end) {
                carry(group, end);
                group.clear();
            }
            end = group.isEmpty() ? hunk.to() : Math.max(end, hunk.to());
            group.add(hunk);
        }
        if (!group.isEmpty()) {
            carry(group, end);
        }
        keep(parts, mineAt, mine.size());
        return parts;
    }

    /** Carries over what neither side changed up to a group of changes, and the group, which ends at this line of the base. */
    private void carry(List<Hunk> group, int end) {
        int unchanged = group.get(0).from() - baseAt;
        int mineEnd = mineAt + (end - baseAt) + growth(group, true);
        int theirsEnd = theirsAt + (end - baseAt) + growth(group, false);
        int begin = mineAt + unchanged;
        List<String> there = theirs.subList(theirsAt + unchanged, theirsEnd);
        boolean here = group.stream().anyMatch(Hunk::mine);
        boolean elsewhere = group.stream().anyMatch(hunk -> !hunk.mine());
        if (!elsewhere || mine.subList(begin, mineEnd).equals(there)) {
            keep(parts, mineAt, mineEnd);
        } else {
            keep(parts, mineAt, begin);
            parts.add(
                    here ? new Both(begin, mineEnd, base.subList(baseAt + unchanged, end), there) : new Theirs(there));
        }
        baseAt = end;
        mineAt = mineEnd;
        theirsAt = theirsEnd;
    }

    private static int growth(List<Hunk> group, boolean mine) {
        return group.stream()
                .filter(hunk -> hunk.mine() == mine)
                .mapToInt(hunk -> (hunk.sideTo() - hunk.sideFrom()) - (hunk.to() - hunk.from()))
                .sum();
    }
}
