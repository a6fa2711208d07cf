package dev.idpscripts.model;

import java.util.Locale;

/** The five categories the server knows (server.md 1.4). Written in lower case in files and JSON. */
public enum TemplateCategory {
    ATTRIBUTE_MAPPING,
    VALUE_GENERATION,
    CONDITIONAL_LOGIC,
    DATA_FORMATTING,
    CUSTOM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
