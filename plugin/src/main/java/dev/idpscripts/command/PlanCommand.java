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
import dev.idpscripts.plan.guard.DriftCheck;
import dev.idpscripts.report.words.PlanSummary;

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
            review.present(plan, review.metadata());
            if (plan.isEmpty()) {
                return Outcome.NO_CHANGES;
            }
            refuse(plan);
            session.console()
                    .say(
                            plan.overwriting().isEmpty()
                                    ? "Apply it with: mvn idp-scripts:apply"
                                    : "Apply refuses to undo what somebody did on the server, unless told: -Didp-scripts.overwriteDrift");
            return PlanOutcome.judge(plan);
        }
    }

    private void refuse(Plan plan) {
        if (failOnDrift) {
            DriftCheck.check(plan, "");
        }
        if (failOnChanges) {
            throw new UserError(
                    ErrorCode.CHANGES_PENDING,
                    "the server is not as the files say. " + PlanSummary.sentence(plan),
                    "Apply them with mvn idp-scripts:apply, or leave out -Didp-scripts.failOnChanges.");
        }
    }
}
