package dev.idpscripts.model.error;

import java.util.function.UnaryOperator;

/** One request to the server failed. */
public final class RequestFailed extends EnvironmentError {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Effect effect;

    /** Whether a write that failed may have been done all the same. */
    public enum Effect {
        /** The server refused it, or it was never sent. */
        NONE,
        /** The answer was lost, or is one the server also gives after a write (server.md 9). */
        UNKNOWN
    }

    /**
     * @param status the HTTP status; 0 if there was no answer
     */
    public RequestFailed(ErrorCode code, String what, String next, int status, Effect effect, Throwable cause) {
        super(code, what, next, cause);
        this.status = status;
        this.effect = effect;
    }

    @Override
    IdpScriptsException copy(UnaryOperator<String> words) {
        return new RequestFailed(code(), words.apply(what()), words.apply(next()), status, effect, getCause());
    }

    /** The HTTP status; 0 if there was no answer. */
    public int status() {
        return status;
    }

    public Effect effect() {
        return effect;
    }
}
