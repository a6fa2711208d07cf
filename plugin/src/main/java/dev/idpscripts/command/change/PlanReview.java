package dev.idpscripts.command.change;

import dev.idpscripts.check.Compilation;
import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.PlanChecks;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Outputs;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.plan.guard.Brakes;
import dev.idpscripts.report.html.PlanHtml;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.markdown.NoPlanMarkdown;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.report.words.NoPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What every plan of the files goes through: checked, written, shown, and refused if it cannot or must not be applied. */
public final class PlanReview {

    /**
     * What a plan is made for, and how it is shown.
     *
     * @param prune removes what this repository pushed and no file declares any more
     * @param recreateWedged makes scripts anew that the server refuses further versions of
     * @param unmanaged lists what is on the server and in no file, instead of only counting it
     * @param maxDeletes allows so many removals; null for what the environment says
     * @param maxDeletePercent allows removals of so many percent; null for what the environment says
     * @param verbosity how much is shown
     */
    public record Options(
            boolean prune,
            boolean recreateWedged,
            boolean unmanaged,
            Integer maxDeletes,
            Integer maxDeletePercent,
            Verbosity verbosity) {}

    /** What a plan is written to. */
    public static final List<String> FILES = List.of("plan.json", "plan.html", "plan.md");

    private final Session session;
    private final Options options;

    public PlanReview(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Files and server, ready to be compared. */
    public PlanSession comparing(Declarations files, Connection open) {
        PlanSession comparing = session.comparing(files, open, options.prune());
        return options.recreateWedged() ? comparing.recreatingWedged() : comparing;
    }

    /** Has the bodies that a plan pushes compiled, their tests run, and what they do compared with before. */
    public Plan examine(Plan plan) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return new PlanChecks(
                            new Compilation(engine, session.environment().tenant()),
                            new EmbeddedRunner(engine, session.environment().tenant(), false))
                    .examine(plan);
        }
    }

    /**
     * Writes a plan, shows it, and refuses it if it cannot or must not be applied.
     *
     * @param allowed whose changes on the server may be undone: {@code true}, {@code false} or names
     */
    public void present(Plan plan, PlanMetadata made, String allowed) {
        session.outputs().write("plan.json", PlanJson.render(plan, made));
        session.outputs().write("plan.html", PlanHtml.render(plan, made, session.findingsText(Style.PLAIN)));
        session.outputs().write("plan.md", PlanMarkdown.render(plan, made, session.findingsText(Style.PLAIN)));
        accept(plan, allowed, options.verbosity());
    }

    /** Writes why there is no plan, where people look for one. */
    public static void explain(Outputs outputs, NoPlan none) {
        outputs.write("plan.html", PlanHtml.render(none));
        outputs.write("plan.md", NoPlanMarkdown.render(none));
    }

    /** The same for a plan that people have seen: only its summary is shown, and what they would lose. */
    public void acceptSeen(SavedPlanFile file, String allowed) {
        PlanMetadata made = file.plan().made();
        if (options.verbosity() == Verbosity.NORMAL) {
            session.console()
                    .say(List.of(
                            Heading.made(made) + ", " + Heading.files(made) + ". To see all of this plan:",
                            "  " + GoalCommand.of("show").with("plan", session.option(Path.of(file.file())))));
        }
        accept(
                file.plan().plan(),
                allowed,
                options.verbosity() == Verbosity.NORMAL ? Verbosity.QUIET : options.verbosity());
    }

    private void accept(Plan plan, String allowed, Verbosity verbosity) {
        session.notes().plan(Optional.of(plan));
        session.console().show(plan, session.findingsText(), verbosity, options.unmanaged());
        refuseBroken(plan);
        brakes(allowed).checkGuards(plan);
    }

    /** What keeps a plan of these files from being applied. */
    public Brakes brakes(String allowed) {
        return new Brakes(
                session.environment().guards().overridden(options.maxDeletes(), options.maxDeletePercent()),
                allowed,
                applying());
    }

    /** What applies the plan that was written, or goes on with this apply. */
    public GoalCommand applying() {
        if (session.again().goal().equals("apply")) {
            return session.again();
        }
        return applyingSaved();
    }

    /** What applies a plan that was written here. */
    public GoalCommand applyingSaved() {
        return GoalCommand.of("apply").with("plan", session.written("plan.json"));
    }

    public void show(Plan plan, boolean unmanaged) {
        session.console().show(plan, session.findingsText(), options.verbosity(), unmanaged);
    }

    private static void refuseBroken(Plan plan) {
        if (!plan.problems().isEmpty()) {
            throw new InvalidFiles(ErrorCode.PLAN_IMPOSSIBLE, plan.problems());
        }
        List<Problem> broken = plan.checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(Finding::isError)
                .map(Finding::toProblem)
                .toList();
        if (!broken.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, broken, true);
        }
        if (!plan.isApplicable()) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    "the plan cannot be applied: "
                            + TestsText.failed(plan.checks().stream()
                                    .mapToInt(check -> check.failures().size())
                                    .sum()),
                    "Nothing was changed on the server. Fix the scripts or their tests. To run the tests alone:\n  "
                            + GoalCommand.of("test"));
        }
    }
}
