package dev.idpscripts.model;

import java.util.Locale;

/** The provisioning operation that a hook belongs to. Written in lower case in files and JSON. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE,
    ENABLE,
    DISABLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
