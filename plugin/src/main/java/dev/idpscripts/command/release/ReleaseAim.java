package dev.idpscripts.command.release;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.view.Release;
import dev.idpscripts.view.Releases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the commit of a release to go back to. */
public final class ReleaseAim {

    private static final String PREVIOUS = "previous";
    private static final int TOLD = 5;

    private final Session session;
    private final String wanted;

    /** @param wanted {@code previous}, or a commit that was released: its hash or the beginning of it */
    public ReleaseAim(Session session, String wanted) {
        this.session = session;
        this.wanted = wanted.strip();
    }

    /**
     * The commit, which is said.
     *
     * @throws UserError if there is no such release
     */
    public String commit() {
        boolean previous = wanted.equals(PREVIOUS);
        String hash = wanted.toLowerCase(Locale.ROOT);
        if (!previous && !hash.matches("[0-9a-f]{7,64}")) {
            throw wrong(
                    "-Didp-scripts.toRelease=" + wanted + " is neither \"previous\" nor a commit",
                    "Give \"previous\", or seven digits or more of a commit that was applied.");
        }
        try (Connection open = session.connect()) {
            ReleaseReader reader = ReleaseReader.of(open.server(), session.repository());
            Releases read =
                    reader.read(all -> find(all, previous, hash).isPresent()).releases();
            Release found = find(read, previous, hash).orElseThrow(() -> none(read, previous));
            if (previous && read.isFollowed()) {
                throw followed(read.current().orElseThrow(), found);
            }
            session.console()
                    .say("Going back to the release of commit " + Provenance.shown(found.commit())
                            + ", which was applied on " + found.day() + (previous ? before(read) : "") + ".");
            return found.commit();
        }
    }

    private static Optional<Release> find(Releases all, boolean previous, String hash) {
        return previous ? all.previous() : all.applied(hash);
    }

    private static String before(Releases read) {
        return read.current()
                .map(now -> ", before commit " + Provenance.shown(now.commit()))
                .orElse("");
    }

    /** What was applied without a body names no commit, and is the newest release all the same. */
    private UserError followed(Release current, Release previous) {
        String commit = Provenance.shown(current.commit());
        return wrong(
                "something was applied to " + session.environment().name() + " after commit " + commit
                        + " that pushed no body and so names no commit: which release is the previous one is not certain",
                "To take back only that:\n  "
                        + GoalCommand.of("rollback").with("toCommit", commit)
                        + "\nTo go back to the release before commit " + commit + ":\n  "
                        + GoalCommand.of("rollback").with("toRelease", Provenance.shown(previous.commit())) + "\n");
    }

    private UserError none(Releases read, boolean previous) {
        List<String> known = read.all().stream()
                .filter(release -> release.kind() == Release.Kind.APPLIED)
                .map(Release::commit)
                .filter(commit -> !commit.isEmpty())
                .map(Provenance::shown)
                .distinct()
                .toList();
        String there = known.isEmpty()
                ? "No release to it names a commit."
                : "Released were " + Phrase.some(known, TOLD) + ".";
        return wrong(
                session.environment().name() + " has no "
                        + (previous ? "release before the current one" : "release of commit " + wanted),
                there + " To see all:\n  " + GoalCommand.of("releases")
                        + "\nTo go back to a commit, whether it was released or not:\n  "
                        + GoalCommand.of("rollback").with("toCommit", "COMMIT") + "\n");
    }

    private static UserError wrong(String what, String next) {
        return new UserError(ErrorCode.PARAMETER_INVALID, what, "Nothing was changed. " + next.stripTrailing());
    }
}
