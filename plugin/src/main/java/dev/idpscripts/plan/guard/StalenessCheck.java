package dev.idpscripts.plan.guard;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds a plan against the server as it is now: what is done already, what is still to do, and what somebody changed since, so
 * that the plan must not be carried out. Nothing is judged by time: only by what is there.
 */
public final class StalenessCheck {

    private static final int MOST_NAMES = 20;

    private StalenessCheck() {}

    /**
     * Refuses a plan that is stale.
     *
     * @throws UserError with each object and what happened to it
     */
    public static void refuseStale(List<ChangeStatus> statuses) {
        List<ChangeStatus> stale = statuses.stream()
                .filter(s -> s.state() == ChangeStatus.State.STALE)
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        String lines = stale.stream()
                .limit(MOST_NAMES)
                .map(s -> "\n  " + s.change().kind() + " " + s.change().subject() + ": " + s.what())
                .collect(Collectors.joining());
        String more = stale.size() > MOST_NAMES ? "\n  and " + (stale.size() - MOST_NAMES) + " more" : "";
        throw new UserError(
                ErrorCode.PLAN_STALE,
                "the server changed since the plan was made. The plan no longer fits:" + lines + more,
                "Nothing was changed. Make a new plan, look at it, and apply that one:\n  " + GoalCommand.of("plan"));
    }

    /**
     * How each change stands, in the plan's order.
     *
     * @param now the lists of the server, with the current versions of all scripts that the plan pushes or deletes
     */
    public static List<ChangeStatus> compare(Plan plan, Inventory now) {
        StoredNow stored = new StoredNow(plan, now);
        ScriptStaleness scripts = new ScriptStaleness(plan, now, stored);
        BindingStaleness bindings = new BindingStaleness(plan, now, scripts);
        Change.Handlers<ChangeStatus> handlers = new Change.Handlers<>(
                new NamedStaleness(stored, scripts), scripts, bindings, new TemplateStaleness(stored));
        return plan.changes().stream()
                .map(change -> scripts.passing(change, bindings).orElseGet(() -> change.match(handlers)))
                .toList();
    }
}
