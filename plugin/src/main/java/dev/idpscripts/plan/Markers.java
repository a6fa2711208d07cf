package dev.idpscripts.plan;

import java.util.regex.Pattern;

/** Knows a text in which an earlier pull left a conflict that nobody has solved yet. */
final class Markers {

    static final String STILL_THERE =
            "has the marks of an earlier conflict: decide what is to stay between <<<<<<< and >>>>>>>, and pull again";

    private static final Pattern ALL = Pattern.compile("^<{7} .*^>{7} ", Pattern.MULTILINE | Pattern.DOTALL);

    private Markers() {}

    static boolean in(String text) {
        return ALL.matcher(text).find();
    }
}
