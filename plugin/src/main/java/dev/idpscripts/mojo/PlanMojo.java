package dev.idpscripts.mojo;

import dev.idpscripts.command.PlanCommand;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.PlanGoal;
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
public class PlanMojo extends PlanGoal {

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
    protected Outcome run() {
        Session session = openFiles();
        return new PlanCommand(session, review(session), failOnChanges, failOnDrift).run();
    }
}
