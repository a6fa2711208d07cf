package dev.idpscripts.model.error;

import java.util.function.UnaryOperator;

/** What comes from the surroundings: network, server, disk. Becomes Maven's execution error. */
public sealed class EnvironmentError extends IdpScriptsException permits RequestFailed {

    private static final long serialVersionUID = 1L;

    public EnvironmentError(ErrorCode code, String what, String next, Throwable cause) {
        super(code, what, next, cause);
    }

    public EnvironmentError(ErrorCode code, String what, String next) {
        this(code, what, next, null);
    }

    @Override
    IdpScriptsException copy(UnaryOperator<String> words) {
        return new EnvironmentError(code(), words.apply(what()), words.apply(next()), getCause());
    }
}
