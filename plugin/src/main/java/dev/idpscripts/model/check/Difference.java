package dev.idpscripts.model.check;

import dev.idpscripts.model.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * One place where a result is not as expected.
 *
 * @param path from the result inwards: keys, and places in lists such as {@code [2]}
 * @param wanted how what was got is held against what was expected
 * @param expected what was expected; empty where nothing was
 * @param got what there is; empty where there is nothing
 */
public record Difference(List<String> path, Relation wanted, Optional<JsonValue> expected, Optional<JsonValue> got) {

    /** How something is expected. */
    public enum Relation {
        /** The same value, or nothing. */
        SAME,
        /** A text that contains the expected one. */
        CONTAINING,
        /** A number that is not larger. */
        AT_MOST
    }

    public Difference {
        path = List.copyOf(path);
    }
}
