package dev.idpscripts.sandbox.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a request; each leaves the state that it leaves on the real server (server.md 2, 3.2, 6). */
public enum FaultKind {
    /** 500, and nothing was done. */
    ERROR_BEFORE(false),
    /** 500, and all was done. */
    ERROR_AFTER(true),
    /** 408: the server gave up after its time limit, but the work was done. */
    TIMEOUT_AFTER(true),
    /** The connection ends before anything was done. */
    RESET_BEFORE(false),
    /** The connection ends after all was done. */
    RESET_AFTER(true),
    /** All was done, and half of the answer arrives. */
    HALF_ANSWER(true),
    /** All was done, half of the answer arrives, and then nothing more, nor an end. */
    STALLED_BODY(true),
    /** All was done, and the answer does not end. */
    ENDLESS_BODY(true),
    /** 429 without a hint when to come again, as API keys get it. */
    TOO_MANY(false),
    /** 429 with {@code Retry-After: 1}. */
    TOO_MANY_WAIT(false),
    /** 401, the token has expired. */
    TOKEN_EXPIRED(false),
    /** 401 "Token has been revoked", which the server also says when it is short of database connections. */
    TOKEN_REVOKED(false),
    /** 403 from the role check, which the server also says when it is short of database connections. */
    FORBIDDEN(false),
    /** 401 "Invalid API key", as under row-level security on a connection just opened (server.md 2.4). */
    INVALID_KEY(false),
    /** 404 of whatever a path names, for the same reason; what names nothing is answered rightly. */
    NOT_FOUND(false),
    /** A list without entries and a total of 0, for the same reason; what is no list is answered rightly. */
    EMPTY_LIST(true),
    /** The right answer, two seconds late. */
    SLOW(true),
    /** 502 with a page of HTML, from a proxy that did not reach the server. */
    HTML(false),
    /**
     * The server stops between its two statements: a new version without its script knowing it, or a new script without its first
     * version; the connection ends. Of requests with one statement all is done.
     */
    WEDGE(true);

    private final boolean works;

    FaultKind(boolean works) {
        this.works = works;
    }

    /** Whether the request does its work. */
    public boolean works() {
        return works;
    }

    /** As it is written in a file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
