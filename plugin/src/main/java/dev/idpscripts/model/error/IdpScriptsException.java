package dev.idpscripts.model.error;

import java.util.function.UnaryOperator;

/**
 * An error that a user can see. A {@link UserError} is for the user to mend in the files, the options or the rights; an
 * {@link EnvironmentError} comes from the surroundings. Any other exception is a bug; {@link Unexpected} makes one
 * of these of it.
 */
public abstract sealed class IdpScriptsException extends RuntimeException permits UserError, EnvironmentError {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String what;
    private final String next;

    /**
     * @param code which error
     * @param what what failed, and on what
     * @param next what to do next, with the exact option; may be empty
     * @param cause may be null
     */
    protected IdpScriptsException(ErrorCode code, String what, String next, Throwable cause) {
        super(next.isEmpty() ? what : what + "\n" + next, cause);
        this.code = code;
        this.what = what;
        this.next = next;
    }

    /** The same error in other words. */
    public final IdpScriptsException worded(UnaryOperator<String> words) {
        IdpScriptsException same = copy(words);
        same.setStackTrace(getStackTrace());
        for (Throwable further : getSuppressed()) {
            same.addSuppressed(further);
        }
        return same;
    }

    /** The same error that also says what state things are in, before what to do next. */
    public final IdpScriptsException stating(String state) {
        return worded(text -> text.equals(next) ? (state + " " + next).strip() : text);
    }

    abstract IdpScriptsException copy(UnaryOperator<String> words);

    public ErrorCode code() {
        return code;
    }

    /** The message without what to do next. */
    public String what() {
        return what;
    }

    /** What to do next; may be empty. */
    public String next() {
        return next;
    }
}
