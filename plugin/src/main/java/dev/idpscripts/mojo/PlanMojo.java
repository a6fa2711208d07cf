package dev.idpscripts.mojo;

import dev.idpscripts.command.PlanOutcome;
import dev.idpscripts.command.PlanSession;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.DriftCheck;
import dev.idpscripts.report.words.PlanSummary;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what apply would do: the difference between the files and an environment's server. Changes nothing. Writes
 * {@code plan.json} and {@code result.json}.
 *
 * <p>Example: {@code mvn idp-scripts:plan -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, aggregator = true, threadSafe = true)
public class PlanMojo extends EnvironmentGoal {

    /**
     * Fails if there are changes, for a job that watches whether the server is as the files say, such as
     * {@code -Didp-scripts.failOnChanges}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.failOnChanges", defaultValue = "false")
    private boolean failOnChanges;

    /**
     * Fails if somebody changed the server, such as {@code -Didp-scripts.failOnDrift}. The goal drift does just that.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.failOnDrift", defaultValue = "false")
    private boolean failOnDrift;

    @Inject
    PlanMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(PlanSession planning, Environment environment) {
        Plan plan = plan(planning, environment, true);
        if (plan.isEmpty()) {
            return Outcome.NO_CHANGES;
        }
        if (failOnDrift) {
            DriftCheck.check(plan, "");
        }
        if (failOnChanges) {
            throw new UserError(
                    ErrorCode.CHANGES_PENDING,
                    "the server is not as the files say. " + PlanSummary.sentence(plan),
                    "Apply them with mvn idp-scripts:apply, or leave out -Didp-scripts.failOnChanges.");
        }
        if (plan.overwriting().isEmpty()) {
            say("Apply it with: mvn idp-scripts:apply");
            return PlanOutcome.of(plan);
        }
        say("Apply refuses to undo what somebody did on the server, unless told: -Didp-scripts.overwriteDrift");
        return PlanOutcome.of(plan);
    }
}
