package dev.idpscripts.model.pull;

import java.util.regex.Pattern;

/** Knows a text in which an earlier pull left a conflict that nobody has solved yet. */
public final class Markers {

    private static final Pattern ALL = Pattern.compile("^<{7} .*^>{7} ", Pattern.MULTILINE | Pattern.DOTALL);

    private Markers() {}

    /** Whether a part is left that begins and ends with such marks. */
    public static boolean in(String text) {
        return ALL.matcher(text).find();
    }
}
