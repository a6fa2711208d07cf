package dev.idpscripts.mojo;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PushLabel;
import dev.idpscripts.check.ServerChecks;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.DriftCheck;
import dev.idpscripts.report.AppliedText;
import dev.idpscripts.report.PlanText;
import dev.idpscripts.report.TestsText;
import dev.idpscripts.workspace.GitHead;
import java.util.List;
import java.util.Optional;
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

    @Inject
    ApplyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Planning planning, Environment environment) {
        refuseSavedPlans(environment);
        String who = Choice.of("checks", checks, "both", "embedded", "server");
        Plan plan = plan(planning, environment, !who.equals("server"));
        if (plan.isEmpty()) {
            return Outcome.NO_CHANGES;
        }
        DriftCheck.check(plan, overwriteDrift);
        if (!who.equals("embedded")) {
            checkOnServer(plan, planning);
        }
        Applier applier =
                new Applier(planning.server(), label(planning), terminal().progress());
        Applied result = applier.apply(plan);
        applied(result);
        print(new AppliedText(terminal().style()).render(result));
        if (!result.isComplete()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "the apply stopped. " + AppliedText.summary(result),
                    "What was applied stays. When the reason is mended, run apply again: it does the rest.");
        }
        verify(planning);
        return Outcome.APPLIED;
    }

    private void checkOnServer(Plan plan, Planning planning) {
        List<ScriptResult> results =
                new ServerChecks(new ServerRunner(planning.server().testing())).examine(plan);
        if (results.isEmpty()) {
            return;
        }
        List<ScriptResult> failed =
                results.stream().filter(result -> !result.failures().isEmpty()).toList();
        print(new TestsText(terminal().style(), findingsText()).render(failed));
        if (!failed.isEmpty()) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.failed(results) + " on the server",
                    "Nothing was changed. The server's engine is the one that counts; -Didp-scripts.checks=embedded leaves it out.");
        }
        getLog().info("Tried on the server: " + TestsText.summary(results));
    }

    private void verify(Planning planning) {
        Plan left = planning.plan();
        if (!left.isEmpty()) {
            print(planText(false).render(left));
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "everything was applied, but the server is not as the files say. " + PlanText.summary(left),
                    "Somebody may have changed it meanwhile: look at the plan above, and run apply again if it is right.");
        }
        getLog().info("Read again: the server holds what the files declare.");
    }

    private PushLabel label(Planning planning) {
        Optional<GitHead> head = GitHead.of(directory());
        String subject = head.map(h -> h.subject() + (h.dirty() ? " (and uncommitted changes)" : ""))
                .orElse("Applied without a Git commit");
        return new PushLabel(
                message == null || message.isBlank() ? subject : message,
                planning.options().repository(),
                head.map(GitHead::commit).orElse(Provenance.NO_COMMIT));
    }

    /** Until saved plans can be applied, applying something else instead would be the worst answer. */
    private void refuseSavedPlans(Environment environment) {
        boolean given = session().getUserProperties().containsKey("idp-scripts.plan");
        if (given || environment.guards().requireSavedPlan()) {
            throw new UserError(
                    ErrorCode.SAVED_PLAN_REQUIRED,
                    given
                            ? "-Didp-scripts.plan asks for a saved plan, which this version cannot apply yet"
                            : "environment " + environment.name()
                                    + " asks for a saved plan (guards: requireSavedPlan in "
                                    + environment.origin().file() + "), which this version cannot apply yet",
                    given ? "Leave it out to apply a fresh plan." : "Set it to false to apply a fresh plan.");
        }
    }
}
