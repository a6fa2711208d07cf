package dev.idpscripts.plan.guard;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a plan from being carried out unless somebody says that it is meant. All of it is told at once, with the one command that
 * carries it out all the same.
 *
 * @param guards how much may be taken away
 * @param allowed whose changes on the server may be undone: {@code true}, {@code false} or names
 * @param command carries the plan out
 */
public record Brakes(Guards guards, String allowed, GoalCommand command) {

    /**
     * Refuses a plan that takes away too much, or undoes what somebody did on the server.
     *
     * @throws UserError with the numbers, the names, and the command
     */
    public void check(Plan plan) {
        List<GuardCheck.Exceeded> exceeded = GuardCheck.exceeded(plan, guards);
        List<PlannedChange> overwritten = DriftCheck.refused(plan, allowed);
        if (!exceeded.isEmpty() || !overwritten.isEmpty()) {
            throw refused(plan, exceeded, overwritten);
        }
    }

    /**
     * Refuses a plan only if it takes away too much.
     *
     * @throws UserError that tells of the rest, too
     */
    public void checkGuards(Plan plan) {
        if (!GuardCheck.exceeded(plan, guards).isEmpty()) {
            check(plan);
        }
    }

    private UserError refused(Plan plan, List<GuardCheck.Exceeded> exceeded, List<PlannedChange> overwritten) {
        Optional<String> guard = exceeded.isEmpty() ? Optional.empty() : Optional.of(GuardCheck.told(plan, exceeded));
        Optional<String> drift = overwritten.isEmpty() ? Optional.empty() : Optional.of(DriftCheck.told(overwritten));
        String what = Stream.concat(guard.stream(), drift.stream()).collect(Collectors.joining("\nBesides, "));
        return new UserError(
                exceeded.isEmpty() ? DriftCheck.code(overwritten) : ErrorCode.GUARD_TRIPPED,
                what,
                "Nothing was changed. "
                        + DriftCheck.unmatched(plan, allowed)
                        + (overwritten.isEmpty()
                                ? ""
                                : Keeping.words(overwritten) + "\n  " + Keeping.command(overwritten) + "\n")
                        + (overwritten.isEmpty()
                                ? "If that is meant:\n  "
                                : "To undo it and carry the plan out as it is (only some of it: -Didp-scripts.overwriteDrift=NAME,NAME):\n  ")
                        + passing(exceeded, overwritten));
    }

    private GoalCommand passing(List<GuardCheck.Exceeded> exceeded, List<PlannedChange> overwritten) {
        GoalCommand passing = command;
        for (GuardCheck.Exceeded each : exceeded) {
            passing = passing.with(each.option(), each.needed());
        }
        return overwritten.isEmpty() ? passing : passing.with("overwriteDrift");
    }
}
