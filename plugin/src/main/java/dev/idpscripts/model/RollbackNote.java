package dev.idpscripts.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands beside a version that a rollback made, so that it is known again:
 * {@code Rolled back by jo to version 2 (commit 1f2e3d4), all as of commit 9abcdef01234: logins fail}.
 *
 * @param who the person's name
 * @param target the version that the script went back to, in words
 * @param asOf the beginning of the commit to which everything went back; empty if only some scripts did
 * @param why in the person's words; may be empty
 */
public record RollbackNote(String who, String target, String asOf, String why) {

    private static final String BEGINNING = "Rolled back by ";

    private static final String UNDONE_BEGINNING = "Rolled back to version ";
    private static final String UNDONE = ": an apply was undone";
    private static final String OVERTAKEN = ": an apply that was undone at the same moment overtook it";

    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(BEGINNING)
                    + "(.*?) to (version [0-9]+(?: \\(commit [0-9a-f]+\\))?)(?:, all as of commit ([0-9a-f]{7,64}))?(?:: (.*))?",
            Pattern.DOTALL);

    private static final Pattern COMMIT = Pattern.compile("\\(commit ([0-9a-f]+)\\)");

    /**
     * Whether this plugin wrote it, in this form or an older one.
     *
     * @param text may be null
     */
    public static boolean is(String text) {
        return text != null && text.startsWith(BEGINNING);
    }

    /** What stands beside a version that an apply makes live again because it failed, where that had no trailer. */
    public static String undone(int version) {
        return UNDONE_BEGINNING + version + UNDONE;
    }

    /** The same of a version that somebody else pushed at that moment. */
    public static String overtaken(int version) {
        return UNDONE_BEGINNING + version + OVERTAKEN;
    }

    /** Whether an apply that failed wrote it: one of these, or the trailer that the version had. */
    public static boolean isUndo(String text) {
        return text.endsWith(UNDONE)
                || text.endsWith(OVERTAKEN)
                || Provenance.parse(text).isPresent();
    }

    /** Reads it back; empty for what no rollback of this plugin wrote. */
    public static Optional<RollbackNote> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new RollbackNote(m.group(1), m.group(2), orNothing(m.group(3)), orNothing(m.group(4))))
                : Optional.empty();
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    /** The beginning of the commit that the version was pushed from; empty if the note does not tell. */
    public Optional<String> commit() {
        Matcher m = COMMIT.matcher(target);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** The text. */
    public String format() {
        return BEGINNING + who + " to " + target + (asOf.isEmpty() ? "" : ", all as of commit " + asOf)
                + (why.isEmpty() ? "" : ": " + why);
    }
}
