package dev.idpscripts.sandbox.routes;

import java.util.Optional;

/** A filter of a list. */
final class Filter {

    private Filter() {}

    /**
     * Whether a row passes.
     *
     * @param wanted empty: everything passes
     * @param actual may be null
     */
    static boolean passes(Optional<?> wanted, Object actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }
}
