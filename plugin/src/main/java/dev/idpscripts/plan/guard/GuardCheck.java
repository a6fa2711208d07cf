package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import java.util.List;

/** The brakes on removing and switching off: too much at once is more often a mistake in the files than a wish. */
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
                plan.changes().stream().filter(GuardCheck::takesAway).toList();
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

    /** Deletes, unbinds, and what switches off something that runs. */
    private static boolean takesAway(Change change) {
        boolean switchesOff = change instanceof ScriptChange.Deactivate c
                && c.current()
                        .filter(stored -> stored.status() == ScriptStatus.ACTIVE)
                        .isPresent();
        boolean disables = change instanceof BindingChange.Rebind c
                && c.current().enabled()
                && !c.binding().settings().enabled();
        return switchesOff || disables || change.kind().removes();
    }

    private static UserError tripped(List<Change> removals, String limit, String override) {
        List<String> names = removals.stream()
                .map(change -> change.kind() + " " + change.subject())
                .toList();
        return new UserError(
                ErrorCode.GUARD_TRIPPED,
                "this would delete, unbind or disable " + Phrase.count(removals.size(), "object") + ", " + limit + ": "
                        + Phrase.some(names, MOST_NAMES),
                "If that is meant: -Didp-scripts." + override + ". Nothing was changed.");
    }
}
