package dev.idpscripts.command;

import dev.idpscripts.command.change.PlanOutcome;
import dev.idpscripts.command.change.PlanReview;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.Keeping;
import dev.idpscripts.report.words.PlanSummary;
import java.util.List;

/** Shows what an apply would do, and changes nothing. */
public final class PlanCommand {

    private final Session session;
    private final PlanReview review;
    private final boolean failOnChanges;
    private final boolean failOnDrift;

    /**
     * Makes it.
     *
     * @param failOnChanges whether any change is a failure
     * @param failOnDrift whether what somebody changed on the server is a failure
     */
    public PlanCommand(Session session, PlanReview review, boolean failOnChanges, boolean failOnDrift) {
        this.session = session;
        this.review = review;
        this.failOnChanges = failOnChanges;
        this.failOnDrift = failOnDrift;
    }

    /** Reads, compares, checks, shows. */
    public Outcome run() {
        Declarations files = session.files();
        try (Connection open = session.connect()) {
            Plan plan = review.examine(review.comparing(files, open).plan());
            review.present(plan, session.metadata(), "false");
            if (plan.isEmpty()) {
                return Outcome.NO_CHANGES;
            }
            refuse(plan);
            session.console().say(next(plan));
            return PlanOutcome.judge(plan);
        }
    }

    private List<String> next(Plan plan) {
        String apply = "  " + review.applying();
        if (plan.overwriting().isEmpty()) {
            return List.of(
                    "Nothing was changed. The plan is in " + session.written("plan.json") + ". Apply it:", apply);
        }
        return List.of(
                "Nothing was changed. Apply refuses to undo what was done on the server. "
                        + Keeping.words(plan.overwriting()),
                "  " + Keeping.command(plan.overwriting()),
                "To undo it and apply this plan:",
                "  " + review.applying().with("overwriteDrift"));
    }

    private void refuse(Plan plan) {
        if (failOnDrift) {
            review.brakes("false").check(plan);
        }
        if (failOnChanges) {
            throw new UserError(
                    ErrorCode.CHANGES_PENDING,
                    "the server is not as the files say. " + PlanSummary.sentence(plan),
                    "Apply them, or leave out -Didp-scripts.failOnChanges:\n  " + review.applying());
        }
    }
}
