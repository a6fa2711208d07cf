package dev.idpscripts.model.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table to look at.
 *
 * @param title what it shows, as the beginning of a sentence
 * @param columns names, lower case; unique
 * @param rows one cell for each column: a text, a {@link Abbreviated} one, a number, a truth, any other JSON value, or null for nothing
 * @param notes what must be known to read it rightly; may be empty
 * @param shown the columns that a terminal shows; empty for all
 */
public record Table(
        String title, List<String> columns, List<List<Object>> rows, List<String> notes, List<String> shown) {

    /** The columns of a table that tells about one thing. */
    public static final List<String> FIELDS = List.of("field", "value");

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        notes = List.copyOf(notes);
        shown = List.copyOf(shown);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not fit " + columns);
            }
        }
    }

    /** Without notes. */
    public Table(String title, List<String> columns, List<List<Object>> rows) {
        this(title, columns, rows, List.of(), List.of());
    }

    /** With all columns shown. */
    public Table(String title, List<String> columns, List<List<Object>> rows, List<String> notes) {
        this(title, columns, rows, notes, List.of());
    }

    /** The same, but a terminal shows only these columns. */
    public Table showing(String... some) {
        return new Table(title, columns, rows, notes, List.of(some));
    }

    /** A row; unlike {@code List.of}, it takes null. */
    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells)));
    }
}
