package dev.idpscripts.mojo.base;

import dev.idpscripts.command.option.KnownOption;
import java.util.List;

/** Options that are no parameters of Maven's, so that the plugin's descriptor does not have them. Their goals read them themselves. */
public final class Unlisted {

    /** A secret: Maven would print a parameter with {@code -X}. */
    public static final String SANDBOX_TOKEN = KnownOption.PREFIX + "sandbox.token";

    /** With the name of any placeholder behind it. */
    public static final String VALUE = KnownOption.PREFIX + "value.";

    static final List<KnownOption> OPTIONS = List.of(property("sandbox", SANDBOX_TOKEN), property("new", VALUE));

    private Unlisted() {}

    private static KnownOption property(String goal, String key) {
        return new KnownOption(goal, key.substring(KnownOption.PREFIX.length()), "", false);
    }
}
