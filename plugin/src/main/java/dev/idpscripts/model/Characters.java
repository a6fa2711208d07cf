package dev.idpscripts.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text's characters as the server counts them, whole ones: beyond the first 65,536 of Unicode, such as emoji, each is two units of a
 * Java text, and half of one can neither be sent nor shown.
 */
public final class Characters {

    private static final Pattern LONE_SURROGATE = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private Characters() {}

    /** Whether half of a character stands alone in it: no JSON that the server reads has one. */
    public static boolean isBroken(String text) {
        return LONE_SURROGATE.matcher(text).find();
    }

    /** Why the server cannot hold a text, as the end of a sentence about it; empty if it can. */
    public static Optional<String> unstorable(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of("contains the character U+0000, which the server cannot store; remove it");
        }
        return isBroken(text)
                ? Optional.of("contains half a character (a lone surrogate), which the server refuses; remove it")
                : Optional.empty();
    }

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
