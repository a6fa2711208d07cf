package dev.idpscripts.command.change;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.DriftCheck;

/** What a plan comes to. */
public final class PlanOutcome {

    private PlanOutcome() {}

    public static Outcome judge(Plan plan) {
        boolean wrong = plan.checks().stream()
                .flatMap(check -> check.findings().stream())
                .anyMatch(Finding::isError);
        if (wrong || !plan.problems().isEmpty()) {
            return Outcome.INVALID;
        }
        if (!plan.isApplicable()) {
            return Outcome.TESTS_FAILED;
        }
        if (plan.isEmpty()) {
            return Outcome.NO_CHANGES;
        }
        return plan.overwriting().isEmpty()
                ? Outcome.CHANGES
                : DriftCheck.code(plan.overwriting()).outcome();
    }
}
