package dev.idpscripts.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {

    private static final int SHORTEST_SHORT_FORM = 3;

    private Suggestion() {}

    /**
     * A clause to append to an error: {@code ; did you mean "name"?}, or nothing if no candidate is near.
     *
     * @param word as typed
     * @param candidates what would be right
     */
    public static String didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }

    /** The candidate that is nearest, if one is near. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int tolerance = Math.min(4, 1 + word.length() / 4);
        return candidates.stream()
                .filter(candidate -> isNear(word, candidate, tolerance) || isShortFor(word, candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Of a word of one letter, every other is as far away as can be. */
    private static boolean isNear(String word, String candidate, int tolerance) {
        int distance = distance(word, candidate);
        return distance <= tolerance && distance < word.length();
    }

    /** Such as {@code prod} for {@code production}. */
    private static boolean isShortFor(String word, String candidate) {
        return word.length() >= SHORTEST_SHORT_FORM && candidate.startsWith(word);
    }

    /** Levenshtein distance without regard to case, one row at a time. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
