package dev.idpscripts.model.declared;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a test expects.
 *
 * @param attributes what must be in the attributes afterwards
 * @param output what must be in the output
 * @param exactly whether those of attributes, output and logs that are given must be just that
 * @param error part of the error's message; empty if the script must succeed
 * @param logs lines that must be logged, in this order; an empty list means that none may be
 * @param maxOperations how many operations it may take
 * @param origin where the expectation begins
 */
public record Expectation(
        Optional<JsonValue> attributes,
        Optional<JsonValue> output,
        boolean exactly,
        Optional<String> error,
        Optional<List<Log>> logs,
        OptionalLong maxOperations,
        SourceLocation origin) {

    /**
     * A line that must be logged.
     *
     * @param level {@code info}, {@code warn} or {@code debug}; empty for any
     * @param part part of its text
     */
    public record Log(Optional<String> level, String part) {

        /** Such as {@code warn: no groups}. */
        @Override
        public String toString() {
            return level.map(l -> l + ": ").orElse("") + part;
        }
    }
}
