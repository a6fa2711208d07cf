package dev.idpscripts.model;

import java.util.Locale;

/**
 * The life of a script (server.md 3.1). There is no way back to {@link #DRAFT}; only an {@link #ACTIVE} script can be
 * bound. Written in lower case in files and JSON.
 */
public enum ScriptStatus {
    DRAFT,
    ACTIVE,
    INACTIVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
