package dev.idpscripts.workspace.pull;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for files, made from names on the server, which may be anything. Only {@code a} to {@code z}, digits and hyphens, so that
 * a name is the same file on every system and no name leads out of its folder.
 */
public final class Slugs {

    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** What Windows takes for a device, whatever the ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private final Set<String> taken = new HashSet<>();

    /** Says that a file has this name without its ending, so that no other gets one that is the same on some system. */
    void take(String stem) {
        taken.add(stem.toLowerCase(Locale.ROOT));
    }

    /**
     * A file name for an object, without folder and ending, and takes it.
     *
     * @param usual what the file is called if nothing of the name can stand in a file name
     */
    public String of(String name, String usual) {
        String wanted = wanted(name, usual);
        String slug = wanted;
        for (int i = 2; !taken.add(slug); i++) {
            slug = wanted + "-" + i;
        }
        return slug;
    }

    private static String wanted(String name, String usual) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        String slug = trim(OTHERS.matcher(plain).replaceAll("-"));
        if (slug.length() > LONGEST) {
            slug = trim(slug.substring(0, LONGEST));
        }
        if (slug.isEmpty()) {
            return usual;
        }
        return DEVICE.matcher(slug).matches() ? slug + "-" + usual : slug;
    }

    private static String trim(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }
}
