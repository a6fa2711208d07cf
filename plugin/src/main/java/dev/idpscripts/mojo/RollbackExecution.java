package dev.idpscripts.mojo;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.Freshness;
import dev.idpscripts.apply.RollbackLabel;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.plan.Recheck;
import dev.idpscripts.plan.Recheck.Standing;
import dev.idpscripts.report.AppliedText;
import dev.idpscripts.server.Server;
import java.util.List;
import java.util.stream.Collectors;

/** Carries out a roll-back as an apply is carried out: looked at once more before, noted in the journal, looked at after. */
final class RollbackExecution {

    private final Server server;
    private final Freshness freshness;
    private final RollbackLabel label;
    private final JournalledRun writing;
    private final Terminal terminal;

    RollbackExecution(
            Server server, Freshness freshness, RollbackLabel label, JournalledRun writing, Terminal terminal) {
        this.server = server;
        this.freshness = freshness;
        this.label = label;
        this.writing = writing;
        this.terminal = terminal;
    }

    /** Sends it; failures are in the result. */
    Applied run(RollbackPlan plan) {
        List<Standing> standings = freshness.of(plan.plan());
        Recheck.refuseStale(standings);
        return writing.run(
                notes -> Applier.rollingBack(server, plan, label, notes, terminal.progress()),
                applier -> applier.apply(plan.plan(), standings));
    }

    /**
     * Refuses to call it done if it is not.
     *
     * @throws EnvironmentError if a script did not go back, or is not there afterwards
     */
    void refuseIncomplete(RollbackPlan plan, Applied result) {
        if (!result.isComplete()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "not everything went back. " + AppliedText.summary(result),
                    next(result));
        }
        freshness.of(plan.plan()).stream()
                .filter(standing -> standing.state() != Recheck.State.DONE)
                .findFirst()
                .ifPresent(standing -> {
                    throw new EnvironmentError(
                            ErrorCode.APPLY_INCOMPLETE,
                            "everything went back, but " + standing.change().subject() + " is another now"
                                    + (standing.what().isEmpty() ? "" : ": " + standing.what()),
                            "Somebody changed it meanwhile: mvn idp-scripts:versions shows who.");
                });
    }

    private static String next(Applied result) {
        List<Applied.Result> left = result.in(Applied.State.FAILED, Applied.State.NOT_ATTEMPTED);
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
