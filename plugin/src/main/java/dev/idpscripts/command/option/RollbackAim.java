package dev.idpscripts.command.option;

import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.plan.rollback.RollbackTarget;
import dev.idpscripts.report.json.JournalJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where to go back, as it was asked for; null for what was not given. */
public record RollbackAim(Integer toVersion, String toCommit, String toApply, String toRelease, Integer steps) {

    private static final int MOST_RUNS = 5;

    /**
     * Refuses what cannot be meant.
     *
     * @throws UserError if more than one was given, or one that is none
     */
    public RollbackAim {
        List<String> given = Stream.of(
                        toVersion == null ? null : "toVersion",
                        toCommit == null ? null : "toCommit",
                        toApply == null ? null : "toApply",
                        toRelease == null ? null : "toRelease",
                        steps == null ? null : "steps")
                .filter(Objects::nonNull)
                .map(name -> "-Didp-scripts." + name)
                .toList();
        if (given.size() > 1) {
            throw wrong(String.join(" and ", given) + " were given together", "Give one of them.");
        }
        if (toVersion != null && toVersion < 1) {
            throw wrong("-Didp-scripts.toVersion=" + toVersion + " is no version", "They count from 1.");
        }
        if (steps != null && steps < 1) {
            throw wrong("-Didp-scripts.steps=" + steps + " leads nowhere", "Give 1 or more.");
        }
    }

    /** The commit all of whose declarations are meant; null if it is not so. */
    public String commitOfAll(String script) {
        return RequiredOption.is(script) ? null : toCommit;
    }

    /**
     * The release that is meant, which is always one of all scripts.
     *
     * @throws UserError if scripts are named too
     */
    public Optional<String> release(String script) {
        Optional<String> release = RequiredOption.orNone(toRelease);
        if (release.isPresent() && RequiredOption.is(script)) {
            throw wrong(
                    "-Didp-scripts.toRelease goes back with everything, and -Didp-scripts.script=" + script
                            + " names what is to go back",
                    "Leave one out; to let only some scripts go back, -Didp-scripts.toCommit takes both.");
        }
        return release;
    }

    public boolean isOfAnApply() {
        return toApply != null;
    }

    /** The aim of scripts that are named. */
    public RollbackTarget ofScripts() {
        if (toVersion != null) {
            return new RollbackTarget.Version(toVersion);
        }
        if (toCommit == null) {
            return new RollbackTarget.Steps(steps == null ? 1 : steps);
        }
        String hash = toCommit.strip().toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{7,64}")) {
            throw wrong(
                    "-Didp-scripts.toCommit=" + toCommit + " is not a commit",
                    "Give its hash, seven digits of it or more: versions are labelled with it.");
        }
        return new RollbackTarget.Commit(hash);
    }

    /**
     * The apply that is meant.
     *
     * @throws UserError if the journal has none of that name
     */
    public JournalRun run(Path journal) {
        return JournalRun.find(journal, toApply.strip(), JournalJson::read).orElseThrow(() -> {
            List<JournalRun> runs = JournalRun.all(journal, JournalJson::read);
            String known = runs.stream()
                    .skip(Math.max(0, runs.size() - MOST_RUNS))
                    .map(run -> run.run() + " (" + run.environment() + ")")
                    .collect(Collectors.joining(", "));
            return wrong(
                    "the journal " + journal + " has no run " + toApply,
                    known.isEmpty()
                            ? "It has none at all. If the apply ran elsewhere, name its journal:"
                                    + " -Didp-scripts.journal=FILE"
                            : "The newest are " + known + ".");
        });
    }

    private static UserError wrong(String what, String next) {
        return new UserError(ErrorCode.PARAMETER_INVALID, what, next + " Nothing was changed.");
    }
}
