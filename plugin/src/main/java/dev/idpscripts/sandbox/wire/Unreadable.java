package dev.idpscripts.sandbox.wire;

import dev.idpscripts.engine.Extracted;

/** A request cannot be read; the message is the server's own. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Unreadable(Extracted refusal) {
        super(refusal.text());
        this.status = refusal.status();
    }

    public int status() {
        return status;
    }
}
