package dev.idpscripts.command;

import dev.idpscripts.command.change.PlanReview;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;

/** Fails if somebody changed the server; what the files alone changed is only shown, and its bodies are not checked. */
public final class DriftCommand {

    private final Session session;
    private final PlanReview review;

    public DriftCommand(Session session, PlanReview review) {
        this.session = session;
        this.review = review;
    }

    /** Reads, compares, shows. */
    public Outcome run() {
        Declarations files = session.files();
        try (Connection open = session.connect()) {
            Plan plan = review.comparing(files, open).plan();
            review.present(plan, session.metadata(), "false");
            review.brakes("false").check(plan);
            session.console().say("No drift: nobody changed what this repository declares.");
            return plan.isEmpty() ? Outcome.NO_CHANGES : Outcome.CHANGES;
        }
    }
}
