package dev.idpscripts.plan;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds a plan against the server as it is now: what is done already, what is still to do, and what somebody changed since, so
 * that the plan must not be carried out. Nothing is judged by time: only by what is there.
 */
public final class Recheck {

    /** How a change stands. */
    public enum State {
        /** The object is as it was when the plan was made. */
        PENDING,
        /** The object is as the plan wants it. */
        DONE,
        /** The object is neither. */
        STALE
    }

    /**
     * How a change stands.
     *
     * @param change what to carry out if it is pending: the planned change, with the server's objects as they are now
     * @param what what happened to the object, as a clause; empty unless stale
     */
    public record Standing(Change change, State state, String what) {

        static Standing pending(Change change) {
            return new Standing(change, State.PENDING, "");
        }

        static Standing done(Change change) {
            return new Standing(change, State.DONE, "");
        }

        static Standing stale(Change change, String what) {
            return new Standing(change, State.STALE, what);
        }
    }

    private static final int MOST_NAMES = 20;

    private Recheck() {}

    /**
     * Refuses a plan that is stale.
     *
     * @throws UserError with each object and what happened to it
     */
    public static void refuseStale(List<Standing> standings) {
        List<Standing> stale =
                standings.stream().filter(s -> s.state() == State.STALE).toList();
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
                "the server changed since the plan was made, so that " + stale.size() + " of its "
                        + standings.size() + (standings.size() == 1 ? " change" : " changes")
                        + " would no longer do what the plan shows:" + lines + more,
                "Nothing was changed. Make a new plan, look at it, and apply that one.");
    }

    /**
     * How each change stands, in the plan's order.
     *
     * @param now the lists of the server, with the current versions of all scripts that the plan pushes or deletes
     */
    public static List<Standing> of(Plan plan, Inventory now) {
        ScriptRecheck scripts = new ScriptRecheck(plan, now);
        BindingRecheck bindings = new BindingRecheck(plan, now, scripts);
        TemplateRecheck templates = new TemplateRecheck(plan, now);
        return plan.changes().stream()
                .map(change -> change.match(
                        (ScriptChange script) -> scripts.standing(script, bindings),
                        (BindingChange binding) -> binding.match(bindings),
                        (TemplateChange template) -> template.match(templates)))
                .toList();
    }
}
