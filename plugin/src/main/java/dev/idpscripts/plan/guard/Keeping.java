package dev.idpscripts.plan.guard;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.PlannedChange;
import java.util.List;

/** What a person can do about changes on the server without losing any: said once, for plans, refusals and pages. */
public final class Keeping {

    private static final String TITLE = "Changed on the server, not from these files";

    private Keeping() {}

    /** Stands above what a plan would undo. */
    public static String title() {
        return TITLE;
    }

    /**
     * In a sentence or two that end with what the command is for; the command stands behind.
     *
     * @param undone what a plan would undo; not empty
     */
    public static String words(List<PlannedChange> undone) {
        boolean behind = undone.stream().anyMatch(each -> each.cause() == Cause.BEHIND);
        boolean other = undone.stream().anyMatch(each -> each.cause() != Cause.BEHIND);
        String merge =
                "This checkout is behind: merge the commits that are named first (git pull, or git fetch and git merge), and plan again";
        if (!behind) {
            return "To keep it, pull it into the files; your own edits stay:";
        }
        return merge + (other ? ". To keep the rest, pull it into the files; your own edits stay:" : ":");
    }

    /** The command that keeps it. */
    public static GoalCommand command(List<PlannedChange> undone) {
        return GoalCommand.of(undone.stream().allMatch(each -> each.cause() == Cause.BEHIND) ? "plan" : "pull");
    }
}
