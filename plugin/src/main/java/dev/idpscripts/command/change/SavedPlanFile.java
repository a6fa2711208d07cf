package dev.idpscripts.command.change;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plan that was saved.
 *
 * @param file where it was read, as it was named
 */
public record SavedPlanFile(String file, SavedPlan plan) {

    /**
     * Reads it.
     *
     * @throws UserError if it cannot be read, or was edited
     */
    public static SavedPlanFile read(Path file) {
        try {
            return new SavedPlanFile(file.toString(), PlanReader.read(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UserError(
                    ErrorCode.PLAN_UNUSABLE,
                    "cannot read the plan " + file + ": " + e,
                    "Nothing was changed. Name the plan.json that the goal plan wrote: -Didp-scripts.plan=FILE. To make a new one:\n  "
                            + GoalCommand.of("plan"));
        }
    }

    /**
     * Refuses a plan that was made for something else.
     *
     * @param repository this repository's id
     */
    public void refuseOthers(Target here, String repository) {
        Target there = plan.plan().target();
        refuseUnless("environment", there.environment(), here.environment());
        refuseUnless("url", there.url(), here.url());
        refuseUnless("tenant", there.tenant().toString(), here.tenant().toString());
        refuseUnless("repository", plan.plan().repository(), repository);
    }

    private void refuseUnless(String what, String planned, String here) {
        if (!planned.equals(here)) {
            throw new UserError(
                    ErrorCode.PLAN_UNUSABLE,
                    "the plan " + file + " was made for " + what + " " + planned + ", this run is for " + here,
                    "Nothing was changed. To apply it where it was made for:\n  "
                            + plan.plan().target().goal("apply").with("plan", file)
                            + "\nOr make a new plan for this one:\n  " + GoalCommand.of("plan"));
        }
    }
}
