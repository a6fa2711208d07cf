package dev.idpscripts.sandbox.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The rows of one type. To be used inside {@link Store#read} or {@link Store#write} only.
 *
 * @param <T> an immutable record
 */
public final class Rows<T> {

    private final MVMap<String, T> rows;
    private final Function<T, String> key;
    private final Function<T, Instant> created;

    Rows(MVMap<String, T> rows, Function<T, String> key, Function<T, Instant> created) {
        this.rows = rows;
        this.key = key;
        this.created = created;
    }

    public Optional<T> find(String wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    public Optional<T> find(UUID id) {
        return find(id.toString());
    }

    public Stream<T> all() {
        return rows.values().stream();
    }

    /** Throws if there is a row that cannot be read. */
    public void readAll() {
        all().forEach(Objects::requireNonNull);
    }

    /** All rows, the newest first; no two are equally old. */
    public List<T> newestFirst() {
        return all().sorted(Comparator.comparing(created).reversed()).toList();
    }

    /** The rows whose keys start so, ordered by key. */
    public List<T> startingWith(String prefix) {
        List<T> found = new ArrayList<>();
        Cursor<String, T> cursor = rows.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            found.add(cursor.getValue());
        }
        return found;
    }

    /** Adds the row, or replaces the one of the same key. */
    public void put(T row) {
        rows.put(key.apply(row), row);
    }

    public void remove(T row) {
        rows.remove(key.apply(row));
    }
}
