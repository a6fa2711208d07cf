package dev.idpscripts.mojo;

import dev.idpscripts.command.DriftCommand;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.PlanGoal;
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
public class DriftMojo extends PlanGoal {

    @Inject
    DriftMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = openFiles();
        return new DriftCommand(session, review(session)).run();
    }
}
