package dev.idpscripts.command.change;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Interruption;
import dev.idpscripts.command.session.Outputs;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.report.json.ResultJson;
import dev.idpscripts.report.text.ApplyText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Carries out a plan, whoever made it: the server is looked at once more before, each write noted in the journal, all looked at after. */
public final class ChangeRun {

    private final Session session;
    private final PlanVerifier verifier;
    private final Path journal;

    /**
     * Makes it.
     *
     * @param journal where writes are noted
     */
    public ChangeRun(Session session, Connection open, Path journal) {
        this.session = session;
        this.verifier = new PlanVerifier(open.server(), session.environment().tenant(), open.cache());
        this.journal = journal;
    }

    /** Tells of a run that was killed, if the journal ends with one. */
    public static void warnOfUnfinished(Path journal, Console console) {
        console.warn(UnfinishedRun.explain(journal));
    }

    /**
     * Writes, and shows what came of it; failures are in the result.
     *
     * @param applying makes what applies, for a journal
     * @throws dev.idpscripts.model.error.UserError if the plan is stale; nothing was written then
     */
    public ApplyResult write(Plan plan, Function<Journal, Applier> applying) {
        List<ChangeStatus> statuses = verifier.of(plan);
        StalenessCheck.refuseStale(statuses);
        session.notes()
                .begin(
                        "Writes to the server had begun, and the journal has them: run it again, it looks and does the rest.");
        ApplyResult result = noted(plan, statuses, applying);
        session.notes().applied(result);
        session.console().say(new ApplyText(session.console().style()).render(result));
        return result;
    }

    /** Notes each write, and lets Ctrl-C and SIGTERM bring them to a clean stop. */
    private ApplyResult noted(Plan plan, List<ChangeStatus> statuses, Function<Journal, Applier> applying) {
        Console console = session.console();
        try (JournalFile notes = new JournalFile(journal, Clock.systemUTC(), JournalJson::write)) {
            Applier applier = applying.apply(notes);
            Interruption listening = new Interruption(
                    applier::interrupt,
                    () -> applier.open().stream().map(ApplyText::action).toList(),
                    line -> console.warn(List.of(line)),
                    this::leave);
            try {
                return applier.apply(plan, statuses);
            } finally {
                listening.close();
                tell(notes, applier);
            }
        }
    }

    /** The result of a run that did not come to its end: there is no time for more. */
    private void leave(List<String> open) {
        String unknown =
                open.isEmpty() ? "" : " Whether these were done is not known: " + String.join("; ", open) + ".";
        EnvironmentError error = new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "the run was ended before it had come to a stop",
                session.notes().state() + unknown);
        session.outputs()
                .write(Outputs.RESULT, ResultJson.render(session.notes().bareResult(error)));
    }

    private void tell(JournalFile notes, Applier applier) {
        applier.unnoted().ifPresent(reason -> session.console()
                .warn(List.of(
                        "The journal does not tell all of this run: " + reason + ". What it lacks stands only here.")));
        if (notes.holdsWrites()) {
            session.console()
                    .say(List.of(
                            "Journal: run " + notes.run() + ". To go back to before it:",
                            "  " + GoalCommand.of("rollback").with("toApply", notes.run())));
        }
    }

    /**
     * Reads the server again, which is to hold what was carried out.
     *
     * @param error tells of the first change that is not there
     */
    public void verify(Plan plan, Function<ChangeStatus, EnvironmentError> error) {
        verifier.of(plan).stream()
                .filter(status -> status.state() != ChangeStatus.State.DONE)
                .findFirst()
                .ifPresent(missing -> {
                    throw error.apply(missing);
                });
    }
}
