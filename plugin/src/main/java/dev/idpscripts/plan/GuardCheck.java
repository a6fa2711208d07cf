package dev.idpscripts.plan;

import dev.idpscripts.model.Subject;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** The brakes on removing: too many at once is more often a mistake in the files than a wish. */
public final class GuardCheck {

    private static final int PERCENT = 100;
    private static final int MOST_NAMES = 10;

    private GuardCheck() {}

    /**
     * Refuses a plan that removes more than allowed.
     *
     * @throws UserError with the numbers, the names and the exact override
     */
    public static void check(Plan plan, Guards guards) {
        List<Change> removals =
                plan.changes().stream().filter(c -> c.kind().removes()).toList();
        guards.maxDeletes().stream()
                .filter(max -> removals.size() > max)
                .findAny()
                .ifPresent(max -> {
                    throw tripped(removals, "the environment allows " + max, "maxDeletes=" + removals.size());
                });
        int there = plan.server().scripts()
                + plan.server().bindings()
                + plan.server().templates();
        int percent = there == 0 ? 0 : (removals.size() * PERCENT + there - 1) / there;
        guards.maxDeletePercent().stream()
                .filter(max -> percent > max)
                .findAny()
                .ifPresent(max -> {
                    throw tripped(
                            removals,
                            "which is " + percent + " % of the " + there + " on the server; the environment allows "
                                    + max + " %",
                            "maxDeletePercent=" + percent);
                });
    }

    private static UserError tripped(List<Change> removals, String limit, String override) {
        String names = removals.stream()
                .limit(MOST_NAMES)
                .map(Change::subject)
                .map(Subject::toString)
                .collect(Collectors.joining(", "));
        String more = removals.size() > MOST_NAMES ? " and " + (removals.size() - MOST_NAMES) + " more" : "";
        return new UserError(
                ErrorCode.GUARD_TRIPPED,
                "this would remove " + removals.size() + " objects, " + limit + ": " + names + more,
                "If that is meant: -Didp-scripts." + override + ". Nothing was changed.");
    }
}
