package dev.idpscripts.report.style;

import java.util.regex.Pattern;

/**
 * Text in which no CI server finds a command. Servers read what a job prints: Azure and TeamCity obey {@code ##vso[...]} and
 * {@code ##teamcity[...]}, GitHub {@code ##[...]} and {@code ::error file=...::}, GitLab and Travis CI fold what stands between marks. What the files or
 * the server say is nobody's command.
 */
public final class CiCommands {

    /** Obeyed wherever in a line they stand. */
    private static final Pattern HASHES = Pattern.compile("#(?=#[A-Za-z]*\\[)");

    /** Obeyed at the beginning of a line; a terminal may begin one wherever there is a blank. */
    private static final Pattern COLONS = Pattern.compile("(?<![^\\s]):(?=:[^\\s:].*?::)");

    private static final Pattern MARKS =
            Pattern.compile("(?<=section|travis)_(?=(start|end|fold|time):)", Pattern.CASE_INSENSITIVE);

    private CiCommands() {}

    /** A line for people: a blank stands where a command would begin. */
    public static String broken(String line) {
        String apart = COLONS.matcher(HASHES.matcher(line).replaceAll("# ")).replaceAll(": ");
        return MARKS.matcher(apart).replaceAll("_ ");
    }

    /** JSON that says the same: within its texts, the only place where commands can stand, a character is escaped. */
    public static String escaped(String json) {
        String apart =
                COLONS.matcher(HASHES.matcher(json).replaceAll("\\\\u0023")).replaceAll("\\\\u003a");
        return MARKS.matcher(apart).replaceAll("\\\\u005f");
    }
}
