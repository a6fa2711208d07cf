package dev.idpscripts.model;

import java.util.Comparator;

/**
 * Where in the user's repository something stands.
 *
 * @param file relative to the repository, with forward slashes
 * @param line from 1
 * @param column from 1
 */
public record Origin(String file, int line, int column) implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::file).thenComparingInt(Origin::line).thenComparingInt(Origin::column);

    /** The beginning of a file. */
    public static Origin of(String file) {
        return new Origin(file, 1, 1);
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, which terminals and editors make clickable. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
