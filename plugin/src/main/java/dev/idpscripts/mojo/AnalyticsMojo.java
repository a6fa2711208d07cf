package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.Server;
import dev.idpscripts.view.AnalyticsView;
import java.util.List;
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
    List<Table> look(Environment chosen) {
        try (Connection open = connect(chosen)) {
            Server server = open.server();
            if (!RequiredOption.is(script)) {
                return List.of(AnalyticsView.dashboard(server.insight().dashboard()));
            }
            StoredScript found = scripts(chosen, server.scripts().all()).one(script);
            return AnalyticsView.script(server.insight().script(found.id(), found.name()));
        }
    }
}
