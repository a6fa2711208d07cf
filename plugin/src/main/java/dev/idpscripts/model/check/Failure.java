package dev.idpscripts.model.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a script did not run to its end.
 *
 * @param text as a dry run on the server says it, such as {@code Runtime error: … (line 3, position 5)}
 * @param message the same without the prefix, the position and the calls
 * @param line in the body, from 1; 0 if unknown
 * @param column in characters from 1; 0 if unknown
 * @param calls the script's functions that it was in, innermost first
 */
public record Failure(FailureKind cause, String text, String message, int line, int column, List<Frame> calls) {

    /** What went wrong. */
    public enum FailureKind {
        /** It does not compile. */
        COMPILATION,
        /** It failed while it ran. */
        RUNTIME,
        /** It was stopped because it took more time or memory than the embedded engine gives. */
        STOPPED
    }

    /**
     * A call that was going on.
     *
     * @param line where it was called
     * @param column where it was called
     */
    public record Frame(String function, int line, int column) {}

    private static final Pattern SAID_TWICE = Pattern.compile("^(Runtime error: )\\1+");

    public Failure {
        calls = List.copyOf(calls);
    }

    /** The text for people: the server and the language say both that it is an error of the run. */
    public String shown() {
        return SAID_TWICE.matcher(text).replaceFirst("$1");
    }
}
