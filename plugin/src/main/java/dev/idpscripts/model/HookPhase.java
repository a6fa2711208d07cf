package dev.idpscripts.model;

import java.util.Locale;

/** Whether a hook runs before or after the connector's operation. Written in lower case in files and JSON. */
public enum HookPhase {
    BEFORE,
    AFTER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
