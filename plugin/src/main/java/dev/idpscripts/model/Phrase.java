package dev.idpscripts.model;

import java.util.List;

/** Counts and lists in sentences, the same wherever people read them. */
public final class Phrase {

    private Phrase() {}

    /** Such as {@code 1 script} and {@code 2 scripts}. */
    public static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** The same with a verb, such as {@code 1 test fails} and {@code 2 tests fail}. */
    public static String count(int n, String noun, String one, String many) {
        return count(n, noun) + " " + word(n, one, many);
    }

    /** The word that goes with so many: a verb, or a pronoun. */
    public static String word(int n, String one, String many) {
        return n == 1 ? one : many;
    }

    /** Such as {@code a, b and c}. */
    public static String list(List<String> parts) {
        int last = parts.size() - 1;
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** Such as {@code a, b}, and {@code a, b and 3 more} where there are more than are told. */
    public static String some(List<String> parts, int most) {
        return parts.size() <= most
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, most)) + " and " + (parts.size() - most) + " more";
    }
}
