package dev.idpscripts.engine;

import java.util.List;

/**
 * Why a script does not compile, or does not run to its end.
 *
 * @param text the server's words, with positions, without the prefix
 * @param message the same without positions and calls
 * @param calls the script's functions that it was in, innermost first
 */
public record ScriptFailure(FailureKind cause, String text, String message, Place place, List<Frame> calls) {

    /** What went wrong. */
    public enum FailureKind {
        /** It does not compile. */
        COMPILATION("Compilation error: "),
        /** It failed while it ran. */
        RUNTIME("Runtime error: "),
        /** It took longer than we allow; the server has no such limit. */
        TIME("Stopped: "),
        /** It took more memory or stack than we allow; the server has no such limit. */
        SPACE("Stopped: "),
        /** The interpreter itself failed; no script should get that far. */
        PANIC("Stopped: ");

        private final String prefix;

        FailureKind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * A call that was going on.
     *
     * @param place where it was called
     */
    public record Frame(String function, Place place) {}

    public ScriptFailure {
        calls = List.copyOf(calls);
    }

    /**
     * @param line where it was; 0 if that is not known
     */
    static ScriptFailure stopped(FailureKind cause, String why, int line) {
        String text = line == 0 ? why : why + " (line " + line + ")";
        return new ScriptFailure(cause, text, why, new Place(line, line == 0 ? 0 : 1), List.of());
    }

    /** The error as a dry run on the server says it (server.md 4.3). */
    public String asServer() {
        return cause.prefix + text;
    }
}
