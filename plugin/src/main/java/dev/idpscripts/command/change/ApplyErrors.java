package dev.idpscripts.command.change;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.List;
import java.util.stream.Collectors;

/** How an apply says that it is not what it should be: what state the server is in, and what to do next. */
public final class ApplyErrors {

    private static final int MOST_NAMES = 10;

    private ApplyErrors() {}

    /** Not every change was applied. */
    public static void refuseIncomplete(ApplyResult result, GoalCommand again) {
        if (result.isComplete()) {
            return;
        }
        String summary = ApplyText.summary(result);
        if (result.isRolledBack()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_ROLLED_BACK,
                    "the apply failed and was taken back. " + summary,
                    "The server is as it was before, but for what the lines above say. Remove the reason, and apply again:\n  "
                            + again);
        }
        if (result.interrupted()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "the apply was stopped from outside. " + summary,
                    "What was applied stays, nothing is half done. To do the rest:\n  " + again);
        }
        throw new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                (result.takenBack()
                                ? "the apply failed, and not all of it could be taken back. "
                                : "the apply stopped. ")
                        + summary,
                (result.takenBack()
                                ? left(result)
                                        + " Remove the reason, and apply again; that goes on from what is there:\n  "
                                : "What was applied stays. Remove the reason. To do the rest:\n  ")
                        + again
                        + (result.takenBack() ? "\nOr undo it by hand: the requests are above." : ""));
    }

    /** What a run left on the server that it would have taken back. */
    private static String left(ApplyResult result) {
        List<String> names = result.results().stream()
                .filter(each -> each.open() || each.state() == ApplyResult.State.NOT_UNDONE)
                .map(each -> ApplyText.action(each.change()))
                .toList();
        return names.isEmpty()
                ? "What is left on the server is above."
                : "Left on the server, in whole or in part: " + Phrase.some(names, MOST_NAMES) + ".";
    }

    /** Every change was applied, and the server does not hold what was planned. */
    public static EnvironmentError notAsPlanned(ChangeStatus missing) {
        return new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "everything was applied, but the server does not hold what was planned: "
                        + missing.change().kind() + " " + missing.change().subject()
                        + (missing.what().isEmpty() ? " is not done" : ": " + missing.what()),
                "Somebody may have changed it meanwhile: make a new plan and look at it.");
    }

    /** Every change was applied, and a new plan finds something to do. */
    public static EnvironmentError notAsTheFilesSay(Plan left) {
        return new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "everything was applied, but the server is not as the files say. " + PlanSummary.sentence(left),
                "Somebody may have changed it meanwhile: look at the plan above, and run apply again if it is right.");
    }

    /** Not everything went back. */
    public static void refuseIncompleteRollback(ApplyResult result, GoalCommand again) {
        if (result.isComplete()) {
            return;
        }
        List<ApplyResult.Result> left = result.in(ApplyResult.State.FAILED, ApplyResult.State.NOT_ATTEMPTED);
        // All that a commit declared cannot be asked for in parts: with a script, the option means something else.
        boolean scripts = left.stream().allMatch(each -> each.change() instanceof ScriptChange)
                && (again.options().containsKey("script") || !again.options().containsKey("toCommit"));
        String names = left.stream()
                .map(each -> each.change().subject().name())
                .distinct()
                .collect(Collectors.joining(","));
        throw new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "not everything went back. " + ApplyText.summary(result),
                "What went back stays there. Remove the reason, and repeat it"
                        + (scripts
                                ? " for the others alone:\n  " + again.with("script", names)
                                : "; what is done is left out:\n  " + again));
    }

    /** Everything went back, and something is another now. */
    public static EnvironmentError notGoneBack(ChangeStatus missing) {
        return new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "everything went back, but " + missing.change().subject() + " is another now"
                        + (missing.what().isEmpty() ? "" : ": " + missing.what()),
                "Somebody changed it meanwhile. To see who:\n  " + GoalCommand.of("status"));
    }

    /** The environment takes only plans that were saved. */
    public static void refuseFreshPlan(Environment chosen, GoalCommand saved) {
        if (chosen.guards().requireSavedPlan()) {
            throw new UserError(
                    ErrorCode.SAVED_PLAN_REQUIRED,
                    "environment " + chosen.name() + " takes only plans that were saved and looked at (guards:"
                            + " requireSavedPlan in " + chosen.origin().file() + ")",
                    "Nothing was changed. Make a plan, look at it, and apply it:\n  " + GoalCommand.of("plan") + "\n  "
                            + saved);
        }
    }
}
