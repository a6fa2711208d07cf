package dev.idpscripts.model.pull;

import java.util.List;
import java.util.OptionalInt;

/** Knows the marks that a merge, of Git or of a pull, leaves around what both sides changed, until somebody solves the conflict. */
public final class Markers {

    private static final String BEGIN = "<<<<<<<";
    private static final String MIDDLE = "=======";
    private static final String END = ">>>>>>>";

    private Markers() {}

    /** Whether a whole conflict is left. */
    public static boolean in(String text) {
        return line(text).isPresent();
    }

    /** The line, from 1, in which the first conflict begins that is left with all its marks. */
    public static OptionalInt line(String text) {
        List<String> lines = text.lines().toList();
        int begin = 0;
        boolean middle = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (is(line, BEGIN)) {
                begin = i + 1;
                middle = false;
            } else if (begin > 0 && line.equals(MIDDLE)) {
                middle = true;
            } else if (middle && is(line, END)) {
                return OptionalInt.of(begin);
            }
        }
        return OptionalInt.empty();
    }

    /** The first line, from 1, that is such a mark, for a text that is known to be wrong: a line of seven signs may be meant so. */
    public static OptionalInt anyLine(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (isMark(lines.get(i))) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether this line is such a mark, for a line that is known to be wrong. */
    public static boolean isMark(String line) {
        return is(line, BEGIN) || line.equals(MIDDLE) || is(line, END);
    }

    /** What to say of it. */
    public static String problem(int line) {
        return "conflict mark of a merge at line " + line
                + ": decide what is to stay there, and remove the lines that begin with " + BEGIN + ", " + MIDDLE
                + " and " + END;
    }

    /** Alone, or with what the side is called. */
    private static boolean is(String line, String mark) {
        return line.equals(mark) || line.startsWith(mark + " ");
    }
}
