package dev.idpscripts.workspace.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a folder's files have, and those that were meant to be such names. Everything else is nobody's: notes, backups, what an
 * editor hides.
 *
 * @param endings of the files that are read
 */
public record FileNames(List<String> endings) {

    public FileNames {
        endings = List.copyOf(endings);
    }

    private static final String BODY = ".rhai";
    private static final String YAML = ".yaml";

    /** What other tools call the same. */
    private static final Map<String, String> ALSO_CALLED = Map.of(".yml", YAML, ".json", YAML);

    /** What an editor adds to a file it was told to call {@code x.rhai}. */
    private static final String TEXT = ".txt";

    /** What begins with a dot is hidden; a tilde ends the name of a backup, hash signs are around what an editor saves of itself. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") || name.endsWith("~") || name.startsWith("#");
    }

    boolean isRead(String name) {
        return endings.stream().anyMatch(name::endsWith);
    }

    /**
     * What a file that is not read was meant to be called; empty if it was meant to be none of ours.
     *
     * @param name without its folder
     */
    Optional<String> meant(String name) {
        String low = name.strip().toLowerCase(Locale.ROOT);
        if (isHidden(name) || isRead(name)) {
            return Optional.empty();
        }
        for (String ending : endings) {
            if (low.endsWith(ending) || low.endsWith(ending + TEXT)) {
                return Optional.of(renamed(name, low.endsWith(TEXT) ? ending + TEXT : ending, ending));
            }
        }
        int dot = low.lastIndexOf('.');
        String last = dot < 0 ? "" : low.substring(dot);
        return Optional.ofNullable(ALSO_CALLED.get(last))
                .or(() -> endings.stream().filter(e -> isSlip(last, e)).findFirst())
                .filter(endings::contains)
                .map(right -> renamed(name, last, right));
    }

    /** Whether it is a script or template in a folder in which there are none. */
    boolean isMisplacedBody(String name) {
        return !isHidden(name)
                && !endings.contains(BODY)
                && name.strip().toLowerCase(Locale.ROOT).endsWith(BODY);
    }

    private static String renamed(String name, String wrong, String right) {
        String plain = name.strip();
        return plain.substring(0, plain.length() - wrong.length()) + right;
    }

    /** Whether a letter is missing or too many, or two have changed places. */
    private static boolean isSlip(String typed, String right) {
        int shorter = Math.min(typed.length(), right.length());
        int same = 0;
        while (same < shorter && typed.charAt(same) == right.charAt(same)) {
            same++;
        }
        String a = typed.substring(same);
        String b = right.substring(same);
        boolean swapped = a.length() == b.length()
                && a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
        return typed.length() > 1 && (swapped || after(a).equals(b) || a.equals(after(b)));
    }

    private static String after(String text) {
        return text.substring(Math.min(1, text.length()));
    }
}
