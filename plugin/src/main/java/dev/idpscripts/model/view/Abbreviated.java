package dev.idpscripts.model.view;

import dev.idpscripts.model.Characters;

/**
 * A cell that is longer than a terminal has room for: people see the short form, machines get all of it.
 *
 * @param full for machines
 * @param brief for people
 */
public record Abbreviated(String full, String brief) {

    /** A text of which people see only the beginning, such as a commit. */
    public static Abbreviated of(String full, int length) {
        return new Abbreviated(full, Characters.first(full, length));
    }

    /** The short form. */
    @Override
    public String toString() {
        return brief;
    }
}
