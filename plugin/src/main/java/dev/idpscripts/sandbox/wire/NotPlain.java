package dev.idpscripts.sandbox.wire;

import java.io.IOException;

/** A request is not one of those that are read here: serde is to say what it is, or what is wrong with it. */
final class NotPlain extends IOException {

    private static final long serialVersionUID = 1L;

    NotPlain(String what) {
        super(what);
    }
}
