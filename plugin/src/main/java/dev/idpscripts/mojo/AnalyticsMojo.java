package dev.idpscripts.mojo;

import dev.idpscripts.command.AnalyticsCommand;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows the server's figures of the last 30 days: over all scripts, or of one with a chart of its days and its most frequent errors.
 *
 * <p>Example: {@code mvn idp-scripts:analytics -Didp-scripts.script="Login name"}
 *
 * @since 0.1.0
 */
@Mojo(name = "analytics", requiresProject = false, aggregator = true, threadSafe = true)
public class AnalyticsMojo extends ViewGoal {

    /**
     * Only this script, by name or id, such as {@code -Didp-scripts.script="Login name"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    @Inject
    AnalyticsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        return new AnalyticsCommand(session, tables(session), RequiredOption.orNone(script)).run();
    }
}
