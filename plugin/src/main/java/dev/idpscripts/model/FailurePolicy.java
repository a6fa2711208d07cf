package dev.idpscripts.model;

import java.util.Locale;

/** What the server does when a bound script fails. Written in lower case in files and JSON. */
public enum FailurePolicy {
    ABORT,
    CONTINUE,
    RETRY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
