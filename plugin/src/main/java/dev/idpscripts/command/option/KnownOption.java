package dev.idpscripts.command.option;

import java.util.Locale;

/**
 * An option that a goal takes.
 *
 * @param goal such as {@code rollback}
 * @param name without prefix, such as {@code sandbox.directory}; one that ends in a dot stands for all that begin so
 * @param element what it is called in the plugin's {@code <configuration>}, such as {@code sandboxDirectory}; empty if it cannot stand there
 * @param isSwitch whether it is either true or false
 */
public record KnownOption(String goal, String name, String element, boolean isSwitch) {

    /** What the names of all options begin with. */
    public static final String PREFIX = "idp-scripts.";

    /** Whether somebody who gives this means exactly this option. */
    boolean is(GivenOption given) {
        if (!given.isProperty()) {
            return element.equals(given.key());
        }
        String key = PREFIX + name;
        return name.endsWith(".")
                ? given.key().startsWith(key) && given.key().length() > key.length()
                : key.equals(given.key());
    }

    /** How it is called where something was given. */
    String calledAs(GivenOption given) {
        return given.isProperty() ? name : element;
    }

    /** The letters and digits alone: what is left of a name however it is hyphenated and capitalised. */
    static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
