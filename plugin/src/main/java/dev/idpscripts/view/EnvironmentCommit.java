package dev.idpscripts.view;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.view.CommitsApart;
import dev.idpscripts.model.view.CommitsApart.NamedCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The commit that an environment is at.
 *
 * @param environment its name
 * @param commit its hash or the beginning of it; empty if it is not known
 * @param at when it was applied; null if that is not known
 * @param by who applied it; null if that is not known
 * @param later how many changes came after it; null if that was not looked at
 * @param named the commit itself; empty if this clone does not have it
 * @param other what it is compared with, in words: another environment, or {@code HEAD}; empty for nothing
 * @param apart how it stands to that; empty if it is compared with nothing, or it cannot be told
 */
public record EnvironmentCommit(
        String environment,
        String commit,
        Instant at,
        UUID by,
        Long later,
        Optional<NamedCommit> named,
        String other,
        Optional<CommitsApart> apart) {

    /** So many commits a sentence names. */
    private static final int NAMED = 5;

    /** One that nothing is known about. */
    public static EnvironmentCommit unknown(String environment) {
        return of(environment, "", null, null, null);
    }

    /** One that was not looked up in Git yet. */
    public static EnvironmentCommit of(String environment, String commit, Instant at, UUID by, Long later) {
        return new EnvironmentCommit(environment, commit, at, by, later, Optional.empty(), "", Optional.empty());
    }

    /** By the newest release that names a commit. */
    public static EnvironmentCommit of(String environment, Releases releases) {
        return releases.current()
                .map(release ->
                        of(environment, release.commit(), release.at(), release.by(), releases.changesSince(release)))
                .orElseGet(() -> unknown(environment));
    }

    /** The same, as this clone knows the commit. */
    public EnvironmentCommit named(Optional<NamedCommit> found) {
        String hash = found.map(NamedCommit::hash).orElse(commit);
        return new EnvironmentCommit(environment, hash, at, by, later, found, other, apart);
    }

    /** The same, compared. */
    public EnvironmentCommit comparedWith(String what, Optional<CommitsApart> found) {
        return new EnvironmentCommit(environment, commit, at, by, later, named, what, found);
    }

    /** In a sentence, such as {@code production is at commit 1f2e3d4 "Fix mail", 1 commit behind staging: 9abcdef "Add name".} */
    public String sentence() {
        if (commit.isEmpty()) {
            return "Which commit " + environment + " is at is not known: no version there names one.";
        }
        String at = environment + " is at commit " + Provenance.shown(commit);
        return at
                + named.map(found -> " \"" + found.subject() + "\"" + standing())
                        .orElse(
                                ", which this clone does not have. If somebody pushed it: git fetch --all --tags, and in a shallow clone git fetch --unshallow.")
                + since();
    }

    private String standing() {
        return apart.map(found -> ", " + phrase(found) + ".")
                .orElse(other.isEmpty() ? "." : "; how it stands to " + other + " this clone cannot tell.");
    }

    private String since() {
        return later == null || later == 0
                ? ""
                : " " + Phrase.count(later.intValue(), "change") + " came after that. To see who made them: "
                        + GoalCommand.of("audit").with("environment", environment);
    }

    private String phrase(CommitsApart found) {
        if (found.isNone()) {
            return "level with " + other;
        }
        List<String> parts = new ArrayList<>();
        if (!found.behind().isEmpty()) {
            parts.add(Phrase.count(found.behind().size(), "commit") + " behind " + other + ": " + some(found.behind()));
        }
        if (!found.ahead().isEmpty()) {
            parts.add(Phrase.count(found.ahead().size(), "commit") + " ahead of " + (parts.isEmpty() ? other : "it")
                    + ": " + some(found.ahead()));
        }
        return String.join("; and ", parts);
    }

    private static String some(List<NamedCommit> commits) {
        return Phrase.some(
                commits.stream()
                        .map(commit -> Provenance.shown(commit.hash()) + " \"" + commit.subject() + "\"")
                        .toList(),
                NAMED);
    }
}
