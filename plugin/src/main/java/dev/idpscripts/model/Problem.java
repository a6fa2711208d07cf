package dev.idpscripts.model;

import java.util.Comparator;

/**
 * Something wrong in the user's files.
 *
 * @param origin where
 * @param message what is wrong and what would be right, as one sentence
 */
public record Problem(SourceLocation origin, String message) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        return Comparator.comparing(Problem::origin)
                .thenComparing(Problem::message)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
