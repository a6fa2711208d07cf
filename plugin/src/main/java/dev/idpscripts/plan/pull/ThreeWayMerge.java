package dev.idpscripts.plan.pull;

import dev.idpscripts.diff.Hunk;
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

    /** A change of one side: lines of the base give way to the side's own. */
    private record SideHunk(boolean mine, Hunk hunk) {

        int from() {
            return hunk.from();
        }

        int to() {
            return hunk.to();
        }
    }

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
        for (Hunk hunk : Hunk.between(Merged.lines(mine), Merged.lines(theirs))) {
            keep(parts, at, hunk.from());
            List<String> there = Merged.lines(theirs).subList(hunk.otherFrom(), hunk.otherTo());
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

    private Stream<SideHunk> edits(List<String> side, boolean isMine) {
        return Hunk.between(base, side).stream().map(hunk -> new SideHunk(isMine, hunk));
    }

    private List<Part> merge() {
        List<SideHunk> all = Stream.concat(edits(mine, true), edits(theirs, false))
                .sorted(Comparator.comparingInt(SideHunk::from).thenComparingInt(SideHunk::to))
                .toList();
        List<SideHunk> group = new ArrayList<>();
        int end = 0;
        for (SideHunk edit : all) {
            if (!group.isEmpty() && edit.from() > end) {
                carry(group, end);
                group.clear();
            }
            end = group.isEmpty() ? edit.to() : Math.max(end, edit.to());
            group.add(edit);
        }
        if (!group.isEmpty()) {
            carry(group, end);
        }
        keep(parts, mineAt, mine.size());
        return parts;
    }

    /** Carries over what neither side changed up to a group of changes, and the group, which ends at this line of the base. */
    private void carry(List<SideHunk> group, int end) {
        int unchanged = group.get(0).from() - baseAt;
        int mineEnd = mineAt + (end - baseAt) + growth(group, true);
        int theirsEnd = theirsAt + (end - baseAt) + growth(group, false);
        int begin = mineAt + unchanged;
        List<String> there = theirs.subList(theirsAt + unchanged, theirsEnd);
        boolean here = group.stream().anyMatch(SideHunk::mine);
        boolean elsewhere = group.stream().anyMatch(edit -> !edit.mine());
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

    private static int growth(List<SideHunk> group, boolean mine) {
        return group.stream()
                .filter(edit -> edit.mine() == mine)
                .mapToInt(edit -> edit.hunk().growth())
                .sum();
    }
}
