package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerChecks;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.change.ApplyErrors;
import dev.idpscripts.command.change.ChangeRun;
import dev.idpscripts.command.change.PlanReview;
import dev.idpscripts.command.change.SavedPlanFile;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.server.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /**
     * A plan that people and guards let through.
     *
     * @param made stands beside the versions that are pushed
     * @param proof finds out afterwards whether the server holds what it is to hold
     */
    private record Accepted(Plan plan, PlanMetadata made, Consumer<ChangeRun> proof) {}

    /** Plans or takes the saved plan, accepts it, checks it on the server, writes, verifies. */
    public Outcome run() {
        Function<Connection, Accepted> source = options.saved().map(this::saved).orElseGet(this::fresh);
        try (Connection open = session.connect()) {
            Accepted accepted = source.apply(open);
            ChangeRun.warnOfUnfinished(options.journal(), session.console());
            review.brakes(options.overwriteDrift()).check(accepted.plan());
            if (accepted.plan().isEmpty()) {
                return Outcome.NO_CHANGES;
            }
            ServerChecks checks =
                    new ServerChecks(new ServerRunner(open.server().testing()));
            tryOnServer(accepted.plan(), checks);
            ChangeRun run = new ChangeRun(session, open, options.journal());
            ApplyResult result =
                    run.write(accepted.plan(), journal -> applier(accepted, open.server(), checks, journal));
            ApplyErrors.refuseIncomplete(result, session.again());
            if (result.count(ApplyResult.State.APPLIED) == 0) {
                return Outcome.NO_CHANGES;
            }
            accepted.proof().accept(run);
            return Outcome.APPLIED;
        }
    }

    /** Shown and judged before anything is sent. */
    private Function<Connection, Accepted> saved(SavedPlanFile file) {
        Plan plan = file.plan().plan();
        file.refuseOthers(session.target(), session.repository());
        review.acceptSeen(file, options.overwriteDrift());
        PlanMetadata made = label(file.plan().made(), session.metadata());
        return open -> new Accepted(plan, made, run -> {
            run.verify(plan, ApplyErrors::notAsPlanned);
            session.console().say("Read again: the server holds what the plan says.");
        });
    }

    /** A plan that was made from these very files is labelled with the commit that they are at now. */
    private static PlanMetadata label(PlanMetadata planned, PlanMetadata here) {
        return planned.tree().isEmpty() || !planned.tree().equals(here.tree()) ? planned : here;
    }

    private Function<Connection, Accepted> fresh() {
        ApplyErrors.refuseFreshPlan(session.environment(), review.applyingSaved());
        Declarations files = session.files();
        return open -> {
            PlanSession comparing = review.comparing(files, open);
            Plan compared = comparing.plan();
            Plan plan = options.checks().here() ? review.examine(compared) : compared;
            PlanMetadata made = session.metadata();
            review.present(plan, made, options.overwriteDrift());
            return new Accepted(plan, made, run -> compareAgain(comparing));
        };
    }

    private void compareAgain(PlanSession comparing) {
        Plan left = comparing.plan();
        if (!left.isEmpty()) {
            review.show(left, false);
            throw ApplyErrors.notAsTheFilesSay(left);
        }
        session.console().say("Read again: the server holds what the files declare.");
    }

    private Applier applier(Accepted accepted, Server server, ServerChecks checks, Journal journal) {
        PlanMetadata made = accepted.made();
        return Applier.applying(
                server,
                new PushLabel(
                        options.message().orElse(made.subject()),
                        accepted.plan().repository(),
                        made.commit()),
                options.onFailure(),
                options.checks().onServer() ? checks::smoke : SmokeTest.none(),
                journal,
                session.console().progress());
    }

    private void tryOnServer(Plan plan, ServerChecks checks) {
        if (!options.checks().onServer()) {
            return;
        }
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
                    Phrase.count(failed.size(), "script", "fails", "fail") + " on the server",
                    "Nothing was changed. The server's engine is the one that counts. To leave it out all the same:\n  "
                            + session.again().with("checks", "embedded"));
        }
        boolean tested = results.stream().anyMatch(result -> !result.cases().isEmpty());
        console.say("Tried on the server: "
                + (tested
                        ? TestsText.summary(results)
                        : Phrase.count(results.size(), "script", "compiles", "compile") + "."));
    }
}
