package dev.idpscripts.model.error;

import java.util.function.UnaryOperator;

/** What the user can mend: files, options, credentials, rights. Becomes Maven's failure. */
public sealed class UserError extends IdpScriptsException permits InvalidFiles {

    private static final long serialVersionUID = 1L;

    public UserError(ErrorCode code, String what, String next) {
        super(code, what, next, null);
    }

    @Override
    IdpScriptsException copy(UnaryOperator<String> words) {
        return new UserError(code(), words.apply(what()), words.apply(next()));
    }
}
