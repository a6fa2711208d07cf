package dev.idpscripts.model.view;

import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a look at the files after a change of them gave.
 *
 * @param changed files and folders that changed; empty for the first look
 * @param trouble why there is nothing to look at, such as a folder that is gone
 * @param findings every error, and the warnings that were not there in the round before
 * @param tests how the tests of every script that compiles ended
 * @param plan the difference to the server as it was at the start; empty if that is not known, or the files are wrong
 * @param fresh those of the plan's changes that were not there in the round before
 * @param files how much they declare
 * @param took how long the look took
 */
public record WatchResult(
        SortedSet<String> changed,
        Optional<String> trouble,
        List<Finding> findings,
        List<ScriptResult> tests,
        Optional<Plan> plan,
        Optional<Plan> fresh,
        ObjectCounts files,
        Duration took) {

    public WatchResult {
        findings = List.copyOf(findings);
        tests = List.copyOf(tests);
    }

    /** A look that saw nothing. */
    public static WatchResult trouble(SortedSet<String> changed, String why, Duration took) {
        return new WatchResult(
                changed,
                Optional.of(why),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new ObjectCounts(0, 0, 0),
                took);
    }

    /** What the files come to. */
    public Outcome outcome() {
        if (trouble.isPresent() || findings.stream().anyMatch(Finding::isError)) {
            return Outcome.INVALID;
        }
        if (tests.stream().anyMatch(result -> !result.failures().isEmpty())) {
            return Outcome.TESTS_FAILED;
        }
        return plan.filter(difference -> !difference.isEmpty()).isPresent() ? Outcome.CHANGES : Outcome.NO_CHANGES;
    }

    /** Whether this is the first look. */
    public boolean isFirst() {
        return changed.isEmpty();
    }
}
