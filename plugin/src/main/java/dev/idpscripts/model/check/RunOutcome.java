package dev.idpscripts.model.check;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Script;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What a run of a script showed.
 *
 * @param failure why it did not run to its end; empty if it did
 * @param attributes the attributes afterwards; empty if it failed
 * @param output the output variables; empty if it failed
 * @param log what it logged, in order; empty if that is not known, as on the server
 * @param printed what it printed
 * @param operations how many it took; empty if that is not known
 * @param duration how long it took, compiling included
 * @param lost why the server returns nothing of the output, or null for the attributes; empty if it returns them, or if that is not known
 * @param lines which lines it reached; only where that was asked for
 */
public record RunOutcome(
        Optional<Failure> failure,
        Optional<JsonValue> attributes,
        Optional<JsonValue> output,
        Optional<List<LogLine>> log,
        List<String> printed,
        OptionalLong operations,
        Duration duration,
        List<Lost> lost,
        Optional<Lines> lines) {

    /**
     * A line that the script logged.
     *
     * @param level {@code info}, {@code warn} or {@code debug}
     */
    public record LogLine(String level, String text) {

        /** Such as {@code warn: no groups yet}. */
        @Override
        public String toString() {
            return level + ": " + text;
        }
    }

    /**
     * Lines of the body, from 1.
     *
     * @param all those that hold a statement
     * @param reached those of them that ran
     */
    public record Lines(SortedSet<Integer> all, SortedSet<Integer> reached) {}

    /**
     * A value that JSON has no word for.
     *
     * @param name such as {@code output.list[2]}; {@code output} itself if it is no map any more
     * @param kind its type, such as {@code range}
     * @param line of the statement in the body that put it there, from 1; 0 if that is not known
     * @param column in characters from 1; 0 if that is not known
     */
    public record Lost(String name, String kind, int line, int column) {

        /** Whether it is the attributes that the server does not return, not the output. */
        public boolean ofAttributes() {
            return name.startsWith("attributes");
        }

        /** What becomes of the whole, as a sentence without its end. */
        public String why() {
            if (name.equals("output")) {
                return "output is no map any more (" + kind + "): the server returns no output at all";
            }
            return name + " is a value that JSON has no word for (" + kind + "): the server returns "
                    + (ofAttributes() ? "null in place of all attributes" : "nothing of output");
        }

        /** The warning, at the place in the script's file. */
        public Finding toFinding(Script script) {
            SourceLocation origin = script.at(Math.max(line, 1), Math.max(column, 1));
            return new Finding(
                    Finding.Level.WARNING,
                    Rule.JSON_VALUES,
                    origin,
                    why() + "; put a string, a number, a list or a map there");
        }
    }

    public RunOutcome {
        lost = List.copyOf(lost);
        log = log.map(List::copyOf);
        printed = List.copyOf(printed);
    }

    /** What people compare: attributes, output, error and log; without times, counts, and places that move with every line. */
    public JsonValue result() {
        Map<String, Object> result = new LinkedHashMap<>();
        failure.ifPresent(f -> result.put("error", f.message()));
        attributes.ifPresent(a -> result.put("attributes", a.value()));
        output.ifPresent(o -> result.put("output", o.value()));
        log.filter(lines -> !lines.isEmpty())
                .ifPresent(lines ->
                        result.put("logs", lines.stream().map(LogLine::toString).toList()));
        return new JsonValue(result);
    }
}
