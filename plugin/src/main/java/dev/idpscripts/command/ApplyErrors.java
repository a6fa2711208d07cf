package dev.idpscripts.command;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.report.text.ApplyText;
import java.util.List;

/** How an apply says that it is not what it should be: what state the server is in, and what to do next. */
public final class ApplyErrors {

    private ApplyErrors() {}

    /** Not every change was applied. */
    public static void incomplete(ApplyResult result) {
        if (result.isComplete()) {
            return;
        }
        String summary = ApplyText.summary(result);
        if (result.isRolledBack()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_ROLLED_BACK,
                    "the apply failed and was taken back. " + summary,
                    "The server is as it was before, but for what the lines above say. When the reason is mended, run apply again.");
        }
        if (result.interrupted()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "the apply was stopped from outside. " + summary,
                    "What was applied stays, nothing is half done. Run apply again: it does the rest.");
        }
        throw new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                (result.takenBack()
                                ? "the apply failed, and not all of it could be taken back. "
                                : "the apply stopped. ")
                        + summary,
                result.takenBack()
                        ? "What is left is above, each with the request that undoes it. Or mend the reason and run apply again."
                        : "What was applied stays. When the reason is mended, run apply again: it does the rest.");
    }

    /** Every change was applied, and the server is still not as planned. */
    public static void unfinished(List<ChangeStatus> statuses) {
        statuses.stream()
                .filter(status -> status.state() != ChangeStatus.State.DONE)
                .findFirst()
                .ifPresent(status -> {
                    throw new EnvironmentError(
                            ErrorCode.APPLY_INCOMPLETE,
                            "everything was applied, but the server does not hold what was planned: "
                                    + status.change().kind() + " "
                                    + status.change().subject()
                                    + (status.what().isEmpty() ? " is not done" : ": " + status.what()),
                            "Somebody may have changed it meanwhile: make a new plan and look at it.");
                });
    }

    /** The environment takes only plans that were saved. */
    public static void freshPlan(Environment chosen) {
        if (chosen.guards().requireSavedPlan()) {
            throw new UserError(
                    ErrorCode.SAVED_PLAN_REQUIRED,
                    "environment " + chosen.name() + " takes only plans that were saved and looked at (guards:"
                            + " requireSavedPlan in " + chosen.origin().file() + ")",
                    "mvn idp-scripts:plan, look at it, then mvn idp-scripts:apply"
                            + " -Didp-scripts.plan=target/idp-scripts/plan.json. Nothing was changed.");
        }
    }
}
