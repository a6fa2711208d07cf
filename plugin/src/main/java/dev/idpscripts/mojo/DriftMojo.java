package dev.idpscripts.mojo;

import dev.idpscripts.command.PlanSession;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.guard.DriftCheck;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Fails if somebody changed the server beside this repository: a plan with failOnDrift and nothing else, for a nightly job. What
 * the files alone changed is shown and is no failure.
 *
 * <p>Example: {@code mvn idp-scripts:drift -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "drift", requiresProject = false, aggregator = true, threadSafe = true)
public class DriftMojo extends EnvironmentGoal {

    @Inject
    DriftMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(PlanSession planning, Environment environment) {
        Plan plan = plan(planning, environment, false);
        DriftCheck.check(plan, "");
        say("No drift: nobody changed what this repository declares.");
        return plan.isEmpty() ? Outcome.NO_CHANGES : Outcome.CHANGES;
    }
}
