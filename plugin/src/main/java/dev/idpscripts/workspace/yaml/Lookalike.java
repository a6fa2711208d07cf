package dev.idpscripts.workspace.yaml;

import java.util.regex.Pattern;

/** Texts without quotes that are text here, but a number to other readers of YAML or JSON, or to people. */
final class Lookalike {

    /** {@code 08} (no octal number to YAML 1.1, 8 to YAML 1.2), {@code 0o17} (YAML 1.2), and what JavaScript and Python call no number. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0[0-9_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|NaN|Infinity|[0-9][0-9_]*[eE][-+]?[0-9]+)");

    private Lookalike() {}

    static boolean isOne(String text) {
        return NUMBER.matcher(text).matches();
    }
}
