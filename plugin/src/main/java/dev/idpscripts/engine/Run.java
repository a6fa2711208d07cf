package dev.idpscripts.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of a run.
 *
 * @param failure why it did not run to its end; empty if it did
 * @param result what it left behind; empty if it failed
 * @param log what it logged, in order, up to 1 MiB together with what it printed
 * @param printed what it printed
 * @param operations how many it took, of 100,000 that the server allows; 0 if it did not compile or was stopped
 * @param lost why the server returns nothing of the output, or null for the attributes; empty if it returns them
 * @param lines which lines it reached; only if traced
 */
public record Run(
        Optional<ScriptFailure> failure,
        Optional<Returned> result,
        List<LogLine> log,
        List<String> printed,
        long operations,
        List<Lost> lost,
        Optional<Lines> lines) {

    /**
     * What a script left behind (server.md 4.3).
     *
     * @param attributes any JSON value, null too
     * @param output by name; empty if JSON has no word for a value in it, as on the server
     */
    public record Returned(Object attributes, Map<String, Object> output) {}

    /**
     * A line that the script logged.
     *
     * @param level {@code info}, {@code warn} or {@code debug}
     */
    public record LogLine(String level, String text) {}

    /**
     * Lines of the script, from 1.
     *
     * @param all those that hold a statement
     * @param reached those of them that ran
     */
    public record Lines(SortedSet<Integer> all, SortedSet<Integer> reached) {}

    public Run {
        log = List.copyOf(log);
        printed = List.copyOf(printed);
        lost = List.copyOf(lost);
    }

    static Run stopped(ScriptFailure failure) {
        return new Run(Optional.of(failure), Optional.empty(), List.of(), List.of(), 0, List.of(), Optional.empty());
    }
}
