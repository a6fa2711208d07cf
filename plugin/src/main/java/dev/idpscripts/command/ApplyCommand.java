package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerChecks;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.plan.guard.DriftCheck;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.server.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the server hold what the files declare, or what a saved plan says, and proves it. */
public final class ApplyCommand {

    /** Who tries the bodies that are pushed. */
    public enum Checks {
        BOTH,
        EMBEDDED,
        SERVER;

        boolean here() {
            return this != SERVER;
        }

        boolean onServer() {
            return this != EMBEDDED;
        }
    }

    /**
     * How to apply.
     *
     * @param saved the plan to carry out; empty for a fresh one
     * @param message stands beside every version that is pushed; empty for the commit's subject
     * @param checks who tries the bodies
     * @param overwriteDrift whose changes on the server may be undone: {@code true}, {@code false} or names
     * @param onFailure what happens when a change fails
     * @param journal where writes are noted
     */
    public record Options(
            Optional<SavedPlanFile> saved,
            Optional<String> message,
            Checks checks,
            String overwriteDrift,
            OnFailure onFailure,
            Path journal) {}

    private final Session session;
    private final PlanReview review;
    private final Options options;

    public ApplyCommand(Session session, PlanReview review, Options options) {
        this.session = session;
        this.review = review;
        this.options = options;
    }

    /** Plans or takes the saved plan, accepts it, checks it on the server, writes, verifies. */
    public Outcome run() {
        return options.saved().map(this::saved).orElseGet(this::fresh);
    }

    private Outcome saved(SavedPlanFile file) {
        SavedPlan saved = file.plan();
        file.refuseOthers(session.target(), session.repository());
        review.accept(saved.plan());
        try (Connection open = session.connect()) {
            ChangeRun run = new ChangeRun(session, open, options.journal());
            Outcome outcome = carryOut(saved.plan(), label(saved.made(), review.metadata()), open.server(), run);
            if (outcome == Outcome.APPLIED) {
                run.verify(saved.plan(), ApplyErrors::notAsPlanned);
                session.console().say("Read again: the server holds what the plan says.");
            }
            return outcome;
        }
    }

    private Outcome fresh() {
        ApplyErrors.refuseFreshPlan(session.environment());
        Declarations files = session.files();
        try (Connection open = session.connect()) {
            PlanSession comparing = review.comparing(files, open);
            Plan compared = comparing.plan();
            Plan plan = options.checks().here() ? review.examine(compared) : compared;
            PlanMetadata made = review.metadata();
            review.present(plan, made);
            Outcome outcome = carryOut(plan, made, open.server(), new ChangeRun(session, open, options.journal()));
            if (outcome == Outcome.APPLIED) {
                verify(comparing);
            }
            return outcome;
        }
    }

    /** A plan that was made from these very files is labelled with the commit that they are at now. */
    private static PlanMetadata label(PlanMetadata planned, PlanMetadata here) {
        return planned.tree().isEmpty() || !planned.tree().equals(here.tree()) ? planned : here;
    }

    private Outcome carryOut(Plan plan, PlanMetadata made, Server server, ChangeRun run) {
        ChangeRun.warnOfUnfinished(options.journal(), session.console());
        DriftCheck.check(plan, options.overwriteDrift());
        if (plan.isEmpty()) {
            return Outcome.NO_CHANGES;
        }
        ServerChecks checks = new ServerChecks(new ServerRunner(server.testing()));
        if (options.checks().onServer()) {
            tryOnServer(plan, checks);
        }
        PushLabel label = new PushLabel(options.message().orElse(made.subject()), plan.repository(), made.commit());
        SmokeTest smoke = options.checks().onServer() ? checks::smoke : SmokeTest.none();
        ApplyResult result = run.write(
                plan,
                journal -> Applier.applying(
                        server,
                        label,
                        options.onFailure(),
                        smoke,
                        journal,
                        session.console().progress()));
        ApplyErrors.refuseIncomplete(result);
        return result.count(ApplyResult.State.APPLIED) == 0 ? Outcome.NO_CHANGES : Outcome.APPLIED;
    }

    private void tryOnServer(Plan plan, ServerChecks checks) {
        List<ScriptResult> results = checks.examine(plan);
        if (results.isEmpty()) {
            return;
        }
        List<ScriptResult> failed =
                results.stream().filter(result -> !result.failures().isEmpty()).toList();
        Console console = session.console();
        console.say(new TestsText(console.style(), session.findingsText()).render(failed));
        if (!failed.isEmpty()) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.failed(results) + " on the server",
                    "Nothing was changed. The server's engine is the one that counts; -Didp-scripts.checks=embedded leaves it out.");
        }
        console.say("Tried on the server: " + TestsText.summary(results));
    }

    private void verify(PlanSession comparing) {
        Plan left = comparing.plan();
        if (!left.isEmpty()) {
            review.show(left, false);
            throw ApplyErrors.notAsTheFilesSay(left);
        }
        session.console().say("Read again: the server holds what the files declare.");
    }
}
