package dev.idpscripts.server.http;

import java.util.Optional;

/** Supplies the token for requests. Safe for several threads. */
public interface Bearer {

    /** The token to send now; may log in first. */
    Secret token();

    /**
     * A fresh token after the server refused one.
     *
     * @param refused the token that was refused: if another thread has replaced it already, that one is the answer
     * @return empty if there is no way to a fresh one
     */
    Optional<Secret> renew(Secret refused);

    /** A token that is used as it is. */
    static Bearer fixed(Secret token) {
        return new Bearer() {
            @Override
            public Secret token() {
                return token;
            }

            @Override
            public Optional<Secret> renew(Secret refused) {
                return Optional.empty();
            }
        };
    }
}
