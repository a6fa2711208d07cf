package dev.idpscripts.report.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.idpscripts.report.diff.LineDiff.Span;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line and the one that takes its place, with the words marked that differ.
 *
 * @param before the old line
 * @param after the new line
 */
record WordDiff(List<Span> before, List<Span> after) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** Longer lines are shown, but their words are not compared. */
    private static final int LONGEST = 2000;

    /** Lines that share less than this say more as a whole. */
    private static final double ALIKE = 0.4;

    /** The lines without marks. */
    static WordDiff whole(String before, String after) {
        return new WordDiff(List.of(new Span(Text.exact(before), false)), List.of(new Span(Text.exact(after), false)));
    }

    static WordDiff of(String oldLine, String newLine) {
        String from = Text.exact(oldLine);
        String to = Text.exact(newLine);
        if (from.length() > LONGEST || to.length() > LONGEST) {
            return whole(from, to);
        }
        List<String> old = words(from);
        List<String> now = words(to);
        boolean[] goes = new boolean[old.size()];
        boolean[] comes = new boolean[now.size()];
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            mark(goes, delta.getSource().getPosition(), delta.getSource().size());
            mark(comes, delta.getTarget().getPosition(), delta.getTarget().size());
        }
        int shared = length(old, goes);
        return shared < ALIKE * Math.max(from.length(), to.length())
                ? whole(from, to)
                : new WordDiff(spans(old, goes), spans(now, comes));
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static void mark(boolean[] marks, int from, int count) {
        for (int i = from; i < from + count; i++) {
            marks[i] = true;
        }
    }

    private static int length(List<String> words, boolean[] changed) {
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            length += changed[i] ? 0 : words.get(i).length();
        }
        return length;
    }

    private static List<Span> spans(List<String> words, boolean[] changed) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(words.get(i));
            if (i + 1 == words.size() || changed[i + 1] != changed[i]) {
                spans.add(new Span(text.toString(), changed[i]));
                text.setLength(0);
            }
        }
        return spans;
    }
}
