package dev.idpscripts.mojo;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerChecks;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.ApplyErrors;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.JournalledRun;
import dev.idpscripts.command.PlanSession;
import dev.idpscripts.command.SavedPlans;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.DriftCheck;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.report.words.PlanSummary;
import dev.idpscripts.server.Server;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes an environment's server hold what the files declare: plans, carries out the plan, and reads the server again to see
 * that nothing is left to do. Writes {@code plan.json} and {@code result.json}.
 *
 * <p>Example: {@code mvn idp-scripts:apply -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "apply", requiresProject = false, aggregator = true, threadSafe = true)
public class ApplyMojo extends EnvironmentGoal {

    /**
     * What is written beside each version that is pushed, in place of the commit's subject, such as
     * {@code -Didp-scripts.message="CHG-1234: new mail domain"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.message")
    private String message;

    /**
     * Who examines each body before anything is written: {@code embedded}, the engine in the plugin; {@code server}, which runs the
     * tests there without a trace; or {@code both}, such as {@code -Didp-scripts.checks=embedded}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.checks", defaultValue = "both")
    private String checks;

    /**
     * Undoes what somebody did on the server: all of it, {@code -Didp-scripts.overwriteDrift}, or only what concerns some scripts,
     * templates or connectors, {@code -Didp-scripts.overwriteDrift="Login name,HR feed"}. Without it such a plan is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.overwriteDrift", defaultValue = "false")
    private String overwriteDrift;

    /**
     * Carries out exactly the plan that was saved in this file, such as
     * {@code -Didp-scripts.plan=target/idp-scripts/plan.json}. What is done already is skipped; if the server changed since, or the
     * plan was made for another environment or edited, it is refused. The files are not read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.plan")
    private File plan;

    /**
     * What to do when a change fails: {@code rollback} undoes what this run did, {@code stop} leaves it and begins nothing further,
     * {@code continue} goes on with what does not depend on it, such as {@code -Didp-scripts.onFailure=stop}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.onFailure", defaultValue = "rollback")
    private String onFailure;

    /**
     * Where each write is noted before and after it is sent, such as {@code -Didp-scripts.journal=/cache/journal.jsonl}. Default:
     * {@code journal.jsonl} in the output directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.journal")
    private File journal;

    @Inject
    ApplyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    String environmentName() {
        boolean given =
                super.environmentName() != null && !super.environmentName().isBlank();
        return given || plan == null
                ? super.environmentName()
                : SavedPlans.read(plan).plan().target().environment();
    }

    @Override
    Outcome work(Environment chosen) {
        if (plan == null) {
            ApplyErrors.freshPlan(chosen);
            return super.work(chosen);
        }
        SavedPlan saved = SavedPlans.read(plan);
        SavedPlans.refuseOthers(saved, Target.of(chosen), repositoryId(), plan.toString());
        accept(saved.plan(), chosen);
        try (Connection open = connect(chosen)) {
            PlanVerifier freshness = new PlanVerifier(open.server(), chosen.tenant(), cache(open));
            Outcome outcome = carryOut(saved.plan(), open.server(), freshness, label(saved.made(), made(null)));
            if (outcome == Outcome.APPLIED) {
                ApplyErrors.unfinished(freshness.of(saved.plan()));
                say("Read again: the server holds what the plan says.");
            }
            return outcome;
        }
    }

    @Override
    Outcome work(PlanSession planning, Environment environment) {
        String who = Choice.of("checks", checks, "both", "embedded", "server");
        Plan fresh = plan(planning, environment, !who.equals("server"));
        PlanVerifier freshness = new PlanVerifier(planning.server(), environment.tenant(), planning.cache());
        Outcome outcome = carryOut(fresh, planning.server(), freshness, made(null));
        if (outcome == Outcome.APPLIED) {
            verify(planning);
        }
        return outcome;
    }

    /**
     * After a merge the commit of the pull request may be in no history any more: where the files are the same, the version is
     * labelled with the commit that is checked out.
     */
    private static PlanMetadata label(PlanMetadata planned, PlanMetadata here) {
        return planned.tree().isEmpty() || !planned.tree().equals(here.tree()) ? planned : here;
    }

    private Outcome carryOut(Plan planned, Server server, PlanVerifier freshness, PlanMetadata made) {
        String who = Choice.of("checks", checks, "both", "embedded", "server");
        policy();
        UnfinishedRun.explain(writing().journal()).forEach(getLog()::warn);
        DriftCheck.check(planned, overwriteDrift);
        if (planned.isEmpty()) {
            return Outcome.NO_CHANGES;
        }
        if (!who.equals("embedded")) {
            checkOnServer(planned, server);
        }
        List<ChangeStatus> statuses = freshness.of(planned);
        StalenessCheck.refuseStale(statuses);
        PushLabel label = new PushLabel(
                message == null || message.isBlank() ? made.subject() : message, planned.repository(), made.commit());
        ApplyResult result = write(planned, statuses, server, label);
        applied(result);
        terminal().say(new ApplyText(terminal().style()).render(result));
        ApplyErrors.incomplete(result);
        return result.count(ApplyResult.State.APPLIED) == 0 ? Outcome.NO_CHANGES : Outcome.APPLIED;
    }

    private ApplyResult write(Plan planned, List<ChangeStatus> statuses, Server server, PushLabel label) {
        return writing()
                .run(
                        notes -> Applier.applying(
                                server,
                                label,
                                policy(),
                                smoke(server),
                                notes,
                                terminal().progress()),
                        applier -> applier.apply(planned, statuses));
    }

    private JournalledRun writing() {
        return JournalledRun.in(journal, outputs(), terminal());
    }

    private SmokeTest smoke(Server server) {
        return Choice.of("checks", checks, "both", "embedded", "server").equals("embedded")
                ? SmokeTest.none()
                : new ServerChecks(new ServerRunner(server.testing()))::smoke;
    }

    private OnFailure policy() {
        return OnFailure.valueOf(Choice.of("onFailure", onFailure, "rollback", "stop", "continue")
                .toUpperCase(Locale.ROOT));
    }

    private void checkOnServer(Plan planned, Server server) {
        List<ScriptResult> results = new ServerChecks(new ServerRunner(server.testing())).examine(planned);
        if (results.isEmpty()) {
            return;
        }
        List<ScriptResult> failed =
                results.stream().filter(result -> !result.failures().isEmpty()).toList();
        terminal().say(new TestsText(terminal().style(), findingsText()).render(failed));
        if (!failed.isEmpty()) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.failed(results) + " on the server",
                    "Nothing was changed. The server's engine is the one that counts; -Didp-scripts.checks=embedded leaves it out.");
        }
        say("Tried on the server: " + TestsText.summary(results));
    }

    private void verify(PlanSession planning) {
        Plan left = planning.plan();
        if (!left.isEmpty()) {
            print(planText(false).render(left));
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "everything was applied, but the server is not as the files say. " + PlanSummary.sentence(left),
                    "Somebody may have changed it meanwhile: look at the plan above, and run apply again if it is right.");
        }
        say("Read again: the server holds what the files declare.");
    }
}
