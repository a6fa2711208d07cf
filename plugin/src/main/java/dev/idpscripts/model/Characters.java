package dev.idpscripts.model;

/**
 * A text's characters as the server counts them, whole ones: beyond the first 65,536 of Unicode, such as emoji, each is two units of a
 * Java text, and half of one can neither be sent nor shown.
 */
public final class Characters {

    private Characters() {}

    /** How many there are. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first of them; all if there are no more. */
    public static String first(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The last of them; all if there are no more. */
    public static String last(String text, int most) {
        return count(text) <= most ? text : text.substring(text.offsetByCodePoints(text.length(), -most));
    }

    /** At most so many, the last of which says that there were more. */
    public static String shortened(String text, int most) {
        return count(text) <= most ? text : first(text, most - 1) + "…";
    }
}
