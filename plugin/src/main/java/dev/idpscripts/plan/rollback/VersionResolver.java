package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the version that an aim means in a script's history. */
public final class VersionResolver {

    private static final int MOST = 5;

    private VersionResolver() {}

    /**
     * What was found.
     *
     * @param version empty if there is none
     * @param why there is none, as a clause; empty if there is one
     */
    public record Resolution(Optional<StoredVersion> version, String why) {

        static Resolution of(StoredVersion version) {
            return new Resolution(Optional.of(version), "");
        }

        static Resolution none(String why) {
            return new Resolution(Optional.empty(), why);
        }
    }

    /**
     * The version that is meant.
     *
     * @param history all versions, newest first
     */
    public static Resolution find(StoredScript script, List<StoredVersion> history, RollbackTarget aim) {
        if (aim instanceof RollbackTarget.Version version) {
            return number(history, version.number());
        }
        if (aim instanceof RollbackTarget.Before before) {
            return number(history, before.number());
        }
        return aim instanceof RollbackTarget.Commit commit
                ? commit(history, commit.sha())
                : steps(script, history, ((RollbackTarget.Steps) aim).count());
    }

    private static Resolution number(List<StoredVersion> history, int number) {
        return history.stream()
                .filter(version -> version.versionNumber() == number)
                .findFirst()
                .map(Resolution::of)
                .orElseGet(() -> Resolution.none("it has no version " + number + "; it has " + numbers(history)));
    }

    private static String numbers(List<StoredVersion> history) {
        if (history.isEmpty()) {
            return "none at all";
        }
        int newest = history.get(0).versionNumber();
        return newest == 1 ? "only version 1" : "versions 1 to " + newest;
    }

    private static Resolution steps(StoredScript script, List<StoredVersion> history, int count) {
        int number = effective(script, history) - count;
        if (number < 1) {
            return Resolution.none("there is nothing so far back: it has " + numbers(history));
        }
        Resolution found = number(history, number);
        return found.version().filter(StoredVersion::holdsStub).isPresent()
                ? Resolution.none(
                        "before that it had only the empty version that the server makes with a script; to make it do"
                                + " nothing, -Didp-scripts.toVersion=1")
                : found;
    }

    /** The version that is really current: after a rollback that whose body it brought back, so that a further step goes further. */
    private static int effective(StoredScript script, List<StoredVersion> history) {
        Optional<StoredVersion> current = history.stream()
                .filter(version -> version.versionNumber() == script.currentVersion())
                .filter(StoredVersion::cameByRollback)
                .findFirst();
        return current.stream()
                .flatMap(rolled -> history.stream()
                        .filter(version -> version.versionNumber() < rolled.versionNumber()
                                && new Body(version.scriptBody()).equals(new Body(rolled.scriptBody()))))
                .map(StoredVersion::versionNumber)
                .findFirst()
                .orElse(script.currentVersion());
    }

    private static Resolution commit(List<StoredVersion> history, String sha) {
        List<StoredVersion> matching = history.stream()
                .filter(version ->
                        commit(version).filter(c -> c.startsWith(sha)).isPresent())
                .toList();
        List<String> commits =
                matching.stream().flatMap(v -> commit(v).stream()).distinct().toList();
        if (commits.size() > 1) {
            return Resolution.none(
                    "\"" + sha + "\" is the beginning of several commits: " + String.join(", ", commits));
        }
        return matching.isEmpty()
                ? Resolution.none("no version of it was pushed from commit " + sha + known(history))
                : Resolution.of(matching.get(0));
    }

    private static String known(List<StoredVersion> history) {
        List<String> known = history.stream()
                .flatMap(version -> commit(version)
                        .map(commit -> Provenance.shown(commit) + " (version " + version.versionNumber() + ")")
                        .stream())
                .limit(MOST)
                .toList();
        return known.isEmpty() ? "" : "; the newest are from " + known.stream().collect(Collectors.joining(", "));
    }

    /** The commit that a version was pushed from; empty too where the trailer was written beside another body. */
    static Optional<String> commit(StoredVersion version) {
        return Ownership.trailer(version)
                .map(Provenance::commit)
                .filter(commit -> !commit.equals(Provenance.NO_COMMIT));
    }
}
