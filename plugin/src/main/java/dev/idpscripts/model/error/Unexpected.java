package dev.idpscripts.model.error;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;

/** Exceptions and errors that nobody foresaw, told so that a person can go on. */
public final class Unexpected {

    /** What to do where the locale cannot say a file's name. Java takes the names' encoding from it, and from nothing else. */
    public static final String LOCALE =
            "Files' names are read in the locale's encoding, here " + System.getProperty("sun.jnu.encoding")
                    + ": set one that has all characters, LC_ALL=C.UTF-8, or rename the file.";

    private static final String OURS = "dev.idpscripts.";

    private Unexpected() {}

    /**
     * What a run ends with that such a one ended.
     *
     * @param goal the goal's name
     * @param state what was done and what was not, in a sentence
     */
    public static IdpScriptsException end(String goal, Throwable thrown, String state) {
        Throwable cause = root(thrown);
        if (cause instanceof InvalidPathException name) {
            return new UserError(
                    ErrorCode.FILES_MISSING,
                    "\"" + name.getInput() + "\" cannot be the name of a file here: " + name.getReason(),
                    (name.getReason().startsWith("Malformed") ? LOCALE : "Give another name.") + " " + state);
        }
        return new EnvironmentError(
                ErrorCode.INTERNAL, goal + " ended unexpectedly: " + describe(cause), state + " " + next(cause), cause);
    }

    /** What failed, whether somebody foresaw it or not; without what to do next. */
    public static String what(Throwable thrown) {
        return thrown instanceof IdpScriptsException known ? known.what() : "unexpectedly, " + describe(thrown);
    }

    /** The same with what to do next, if that is known. */
    public static String message(Throwable thrown) {
        return thrown instanceof IdpScriptsException known ? known.getMessage() : what(thrown);
    }

    /** Which, what it says, and where in the plugin, such as {@code NullPointerException (Planner.java:41)}. */
    public static String describe(Throwable thrown) {
        Throwable cause = root(thrown);
        String message = cause.getMessage();
        String where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        return cause.getClass().getSimpleName() + (message == null || message.isBlank() ? "" : ": " + message) + where;
    }

    private static Throwable root(Throwable thrown) {
        boolean wrapper = thrown instanceof CompletionException || thrown instanceof UncheckedIOException;
        return wrapper && thrown.getCause() != null ? root(thrown.getCause()) : thrown;
    }

    private static String next(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "Give Maven more memory: MAVEN_OPTS=-Xmx2g";
        }
        if (cause instanceof StackOverflowError) {
            return "Something is nested very deep; give Maven a larger stack: MAVEN_OPTS=-Xss16m";
        }
        if (cause instanceof LinkageError) {
            return "A class is missing or of another version: look for other plugins and extensions in the build; -e shows the trace.";
        }
        return "This is a fault of the plugin; -e shows the trace, which belongs into a report.";
    }
}
