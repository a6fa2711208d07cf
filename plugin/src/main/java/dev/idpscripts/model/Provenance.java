package dev.idpscripts.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a version on the server came from. It is written at the end of the version's {@code change_description}, the only
 * place the server keeps for it, so no state file is needed:
 * {@code <subject> [idp-scripts repo=<id> commit=<sha> sha256=<first 12>]}.
 *
 * @param subject what people read: the commit's subject, or what was given for this run
 * @param repository which repository pushed it; see {@link #isRepositoryId}
 * @param commit the commit's full hash, or {@link #NO_COMMIT}
 * @param sha256 the first 12 digits of the body's hash
 */
public record Provenance(String subject, String repository, String commit, String sha256) {

    /** Stands for the commit where there is no Git repository. */
    public static final String NO_COMMIT = "none";

    private static final int SUBJECT_LENGTH = 200;
    private static final int SHA_LENGTH = 12;

    /** As many digits as Git shows. */
    private static final int COMMIT_SHOWN = 7;

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}|" + NO_COMMIT);
    private static final Pattern TRAILER = Pattern.compile(
            "(.*?) ?\\[idp-scripts repo=(" + REPOSITORY + ") commit=(" + COMMIT + ") sha256=([0-9a-f]{12})]",
            Pattern.DOTALL);

    public Provenance {
        subject = Characters.shortened(subject.replaceAll("\\p{Cntrl}+", " ").strip(), SUBJECT_LENGTH);
    }

    /** The provenance of a body pushed now. */
    public static Provenance of(String subject, String repository, String commit, Body body) {
        return new Provenance(subject, repository, commit, body.sha256().substring(0, SHA_LENGTH));
    }

    /** A commit as people read it. */
    public static String shown(String commit) {
        return Characters.first(commit, COMMIT_SHOWN);
    }

    /** A commit's hash, or {@link #NO_COMMIT}: it must be found again in the trailer. */
    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    /** Letters, digits and {@code . _ : / -}, at most 100 of them: it must be found again in the trailer. */
    public static boolean isRepositoryId(String id) {
        return REPOSITORY.matcher(id).matches();
    }

    /**
     * Reads a change description back.
     *
     * @param changeDescription may be null
     * @return empty when the version was not pushed by this plugin
     */
    public static Optional<Provenance> parse(String changeDescription) {
        if (changeDescription == null) {
            return Optional.empty();
        }
        Matcher m = TRAILER.matcher(changeDescription);
        return m.matches()
                ? Optional.of(new Provenance(m.group(1), m.group(2), m.group(3), m.group(4)))
                : Optional.empty();
    }

    /** Whether this belongs to the body beside it, and was not copied from another version. */
    public boolean isOf(Body body) {
        return body.sha256().startsWith(sha256);
    }

    /** The change description. */
    public String format() {
        return (subject + " [idp-scripts repo=" + repository + " commit=" + commit + " sha256=" + sha256 + "]").strip();
    }
}
