package dev.idpscripts.model;

import java.util.Comparator;

/**
 * Where in the user's repository something stands.
 *
 * @param file relative to the repository, with forward slashes
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    private static final Comparator<SourceLocation> ORDER = Comparator.comparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line)
            .thenComparingInt(SourceLocation::column);

    /** The beginning of a file. */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, 1, 1);
    }

    /** The file's name without folder and ending. */
    public String stem() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, which terminals and editors make clickable. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
