package dev.idpscripts.command;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.PlanReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Opens plans that were saved, and sees that they are meant for here. */
public final class SavedPlans {

    private SavedPlans() {}

    public static SavedPlan read(File file) {
        try {
            return PlanReader.read(Files.readString(file.toPath()), file.toString());
        } catch (IOException e) {
            throw new UserError(
                    ErrorCode.PLAN_UNUSABLE,
                    "cannot read the plan " + file + ": " + e,
                    "Name the plan.json that mvn idp-scripts:plan wrote: -Didp-scripts.plan=FILE. Nothing was changed.");
        }
    }

    /**
     * Refuses a plan that was made for something else.
     *
     * @param repository this repository's id
     */
    public static void refuseOthers(SavedPlan saved, Target here, String repository, String file) {
        Target there = saved.plan().target();
        differs("environment", there.environment(), here.environment(), file);
        differs("url", there.url(), here.url(), file);
        differs("tenant", there.tenant().toString(), here.tenant().toString(), file);
        differs("repository", saved.plan().repository(), repository, file);
    }

    private static void differs(String what, String planned, String here, String file) {
        if (!planned.equals(here)) {
            throw new UserError(
                    ErrorCode.PLAN_UNUSABLE,
                    "the plan " + file + " was made for " + what + " " + planned + ", this run is for " + here,
                    "Name the environment that the plan was made for, -Didp-scripts.environment=NAME, or make a new plan."
                            + " Nothing was changed.");
        }
    }
}
