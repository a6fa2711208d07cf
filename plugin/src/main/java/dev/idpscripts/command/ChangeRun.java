package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.report.text.ApplyText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Carries out a plan, whoever made it: the server is looked at once more before, each write noted in the journal, all looked at after. */
final class ChangeRun {

    private final Session session;
    private final PlanVerifier verifier;
    private final JournalledRun writing;

    /**
     * Makes it.
     *
     * @param journal where writes are noted
     */
    ChangeRun(Session session, Connection open, Path journal) {
        this.session = session;
        this.verifier = new PlanVerifier(open.server(), session.environment().tenant(), session.cache(open));
        this.writing = new JournalledRun(journal, session.console());
    }

    /** Tells of a run that was killed, if the journal ends with one. */
    static void warnOfUnfinished(Path journal, Console console) {
        console.warn(UnfinishedRun.explain(journal));
    }

    /**
     * Writes, and shows what came of it; failures are in the result.
     *
     * @param applier makes what applies, for a journal
     * @throws dev.idpscripts.model.error.UserError if the plan is stale; nothing was written then
     */
    ApplyResult write(Plan plan, Function<Journal, Applier> applier) {
        List<ChangeStatus> statuses = verifier.of(plan);
        StalenessCheck.refuseStale(statuses);
        ApplyResult result = writing.run(applier, each -> each.apply(plan, statuses));
        session.notes().applied(result);
        session.console().say(new ApplyText(session.console().style()).render(result));
        return result;
    }

    /**
     * Reads the server again, which is to hold what was carried out.
     *
     * @param error tells of the first change that is not there
     */
    void verify(Plan plan, Function<ChangeStatus, EnvironmentError> error) {
        verifier.of(plan).stream()
                .filter(status -> status.state() != ChangeStatus.State.DONE)
                .findFirst()
                .ifPresent(missing -> {
                    throw error.apply(missing);
                });
    }
}
