package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.server.Server;
import java.util.List;
import java.util.stream.Collectors;

/** Carries out a roll-back as an apply is carried out: looked at once more before, noted in the journal, looked at after. */
public final class RollbackExecution {

    private final Server server;
    private final PlanVerifier freshness;
    private final RollbackLabel label;
    private final JournalledRun writing;
    private final Console console;

    public RollbackExecution(
            Server server, PlanVerifier freshness, RollbackLabel label, JournalledRun writing, Console console) {
        this.server = server;
        this.freshness = freshness;
        this.label = label;
        this.writing = writing;
        this.console = console;
    }

    /** Sends it; failures are in the result. */
    public ApplyResult run(RollbackPlan plan) {
        List<ChangeStatus> statuses = freshness.of(plan.plan());
        StalenessCheck.refuseStale(statuses);
        return writing.run(
                notes -> Applier.rollingBack(server, plan, label, notes, console.progress()),
                applier -> applier.apply(plan.plan(), statuses));
    }

    /**
     * Refuses to call it done if it is not.
     *
     * @throws EnvironmentError if a script did not go back, or is not there afterwards
     */
    public void refuseIncomplete(RollbackPlan plan, ApplyResult result) {
        if (!result.isComplete()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE, "not everything went back. " + ApplyText.summary(result), next(result));
        }
        freshness.of(plan.plan()).stream()
                .filter(status -> status.state() != ChangeStatus.State.DONE)
                .findFirst()
                .ifPresent(status -> {
                    throw new EnvironmentError(
                            ErrorCode.APPLY_INCOMPLETE,
                            "everything went back, but " + status.change().subject() + " is another now"
                                    + (status.what().isEmpty() ? "" : ": " + status.what()),
                            "Somebody changed it meanwhile: mvn idp-scripts:versions shows who.");
                });
    }

    private static String next(ApplyResult result) {
        List<ApplyResult.Result> left = result.in(ApplyResult.State.FAILED, ApplyResult.State.NOT_ATTEMPTED);
        boolean scripts = left.stream().allMatch(each -> each.change() instanceof ScriptChange);
        String names = left.stream()
                .map(each -> each.change().subject().name())
                .distinct()
                .collect(Collectors.joining(","));
        return "What went back stays there. When the reason is mended, repeat it"
                + (scripts
                        ? " for the others alone: -Didp-scripts.script=\"" + names + "\""
                        : "; what is done is left out");
    }
}
