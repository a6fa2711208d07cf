package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.check.Compilation;
import dev.idpscripts.check.RollbackChecks;
import dev.idpscripts.command.change.ApplyErrors;
import dev.idpscripts.command.change.ChangeRun;
import dev.idpscripts.command.change.CommitRollback;
import dev.idpscripts.command.change.RollbackPlaces;
import dev.idpscripts.command.change.RollbackReading;
import dev.idpscripts.command.option.RollbackAim;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.plan.guard.Brakes;
import dev.idpscripts.report.html.PlanHtml;
import dev.idpscripts.report.json.RollbackJson;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets scripts go back to an older version, or takes back everything that an apply did. Files are not changed. */
public final class RollbackCommand {

    /**
     * How to go back.
     *
     * @param aim where to
     * @param script which scripts, by names; null or blank for all that the apply touched or the commit declares
     * @param label stands beside the versions that are made
     * @param dryRun only shows what would be done
     * @param overwriteDrift whose later changes may be undone: {@code true}, {@code false} or names
     * @param maxDeletes allows so many removals; null for what the environment says
     * @param maxDeletePercent allows removals of so many percent; null for what the environment says
     * @param journal where an apply is found, and writes are noted
     * @param verbosity how much is shown
     */
    public record Options(
            RollbackAim aim,
            String script,
            RollbackLabel label,
            boolean dryRun,
            String overwriteDrift,
            Integer maxDeletes,
            Integer maxDeletePercent,
            Path journal,
            Verbosity verbosity) {}

    /** What the plan is written to. */
    public static final List<String> FILES = List.of("rollback.json", "plan.md", "plan.html");

    private final Session session;
    private final Options options;

    public RollbackCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Plans, checks, shows, writes, verifies. */
    public Outcome run() {
        ChangeRun.warnOfUnfinished(options.journal(), session.console());
        // Broken files must not stand in the way of an emergency.
        Declarations files = session.here().readableFiles();
        try (Connection open = session.connect()) {
            // The run is sought first: without it nothing needs to be read.
            Optional<JournalRun> apply =
                    options.aim().isOfAnApply() ? Optional.of(options.aim().run(options.journal())) : Optional.empty();
            RollbackReading reading = new RollbackReading(
                    open.server(), open.cache(), files, new PlanOptions(session.target(), session.repository(), false));
            RollbackPlan plan = examine(apply.map(run -> reading.before(run, options.script()))
                    .orElseGet(() -> session.tree().past().isPresent()
                            ? new CommitRollback(session, open).plan()
                            : reading.plan(options.script(), options.aim().ofScripts())));
            if (plan.plan().isEmpty()) {
                return nothing(plan);
            }
            present(plan);
            refuse(plan);
            if (options.dryRun()) {
                session.console().say("Nothing was changed: -Didp-scripts.dryRun only shows.");
                return plan.plan().overwriting().isEmpty() ? Outcome.CHANGES : Outcome.DRIFT;
            }
            brakes().check(plan.plan());
            return carryOut(plan, reading, open);
        }
    }

    private RollbackPlan examine(RollbackPlan plan) {
        try (RhaiEngine engine = new RhaiEngine()) {
            Compilation compilation =
                    new Compilation(engine, session.environment().tenant());
            return plan.with(new RollbackChecks(compilation).examine(plan.plan()));
        }
    }

    private Outcome nothing(RollbackPlan plan) {
        plan.plan().remarks().forEach(remark -> session.console().say("Note: " + remark + "."));
        session.console().say("Nothing to roll back.");
        return Outcome.NO_CHANGES;
    }

    private void present(RollbackPlan plan) {
        session.notes().plan(Optional.of(plan.plan()));
        PlanMetadata made = session.metadata();
        FindingsText plain = RollbackPlaces.findingsText(plan, Style.PLAIN);
        // Not plan.json: an apply would push the old bodies as if they were the files'.
        session.outputs().write("rollback.json", RollbackJson.render(plan));
        session.outputs().write("plan.md", PlanMarkdown.render(plan.plan(), made, plain));
        session.outputs().write("plan.html", PlanHtml.render(plan.plan(), made, plain));
        Console console = session.console();
        console.show(plan.plan(), RollbackPlaces.findingsText(plan, console.style()), options.verbosity(), false);
    }

    private void refuse(RollbackPlan plan) {
        if (!plan.plan().isApplicable()) {
            throw new UserError(
                    ErrorCode.ROLLBACK_IMPOSSIBLE,
                    "an old body does not compile any more",
                    "Nothing was changed. Choose another version. To see which there are:\n  "
                            + GoalCommand.of("versions").with("script", "NAME"));
        }
        brakes().checkGuards(plan.plan());
        if (plan.plan().changes().stream()
                .anyMatch(change -> RollbackPlaces.body(change).isPresent())) {
            session.console().say("The old bodies compile.");
        }
    }

    private Brakes brakes() {
        return new Brakes(
                session.environment().guards().overridden(options.maxDeletes(), options.maxDeletePercent()),
                options.overwriteDrift(),
                session.again().without("dryRun"));
    }

    private Outcome carryOut(RollbackPlan plan, RollbackReading reading, Connection open) {
        ChangeRun run = new ChangeRun(session, open, options.journal());
        ApplyResult result = run.write(
                plan.plan(),
                journal -> Applier.rollingBack(
                        open.server(), plan, label(), journal, session.console().progress()));
        warnOfDifferences(plan, result, reading);
        ApplyErrors.refuseIncompleteRollback(result, session.again());
        run.verify(plan.plan(), ApplyErrors::notGoneBack);
        session.console().say("Read again: everything is as the plan says.");
        return result.count(ApplyResult.State.APPLIED) == 0 ? Outcome.NO_CHANGES : Outcome.APPLIED;
    }

    private RollbackLabel label() {
        return session.tree().past().isPresent()
                ? options.label().asOf(session.metadata().commit())
                : options.label();
    }

    private void warnOfDifferences(RollbackPlan plan, ApplyResult result, RollbackReading reading) {
        List<String> differing;
        try {
            differing = RollbackPlaces.differing(result, reading.next(plan));
        } catch (IdpScriptsException e) {
            // What came of the rollback matters more, and is told next.
            session.console().warn(List.of("Whether files and server differ now could not be read: " + e.what()));
            return;
        }
        if (!differing.isEmpty()) {
            List<String> lines = new ArrayList<>(List.of("Files and server differ now:"));
            differing.forEach(subject -> lines.add("  " + subject));
            lines.add(
                    "Before anybody applies again, pull what the server has into the files, or revert the commit in Git:");
            lines.add("  " + GoalCommand.of("pull"));
            lines.add(
                    session.commit().known().filter(head -> !head.dirty()).isPresent()
                            ? "Until then the next plan calls it drift, and apply refuses to undo it."
                            : "Until then the next plan shows a difference: as drift, which apply refuses, or as an edit of the"
                                    + " files, which apply pushes again.");
            session.console().warn(lines);
        }
    }
}
