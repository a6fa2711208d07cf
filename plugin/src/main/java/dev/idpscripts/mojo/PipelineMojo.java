package dev.idpscripts.mojo;

import dev.idpscripts.command.PipelineCommand;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what runs on each connector in which order, with policy, retries and timeout, and what looks wrong: inactive scripts, deleted
 * connectors, retries without tries, output that nobody reads, how long it may take at worst.
 *
 * <p>Example: {@code mvn idp-scripts:pipeline -Didp-scripts.connector="Corporate LDAP"}
 *
 * @since 0.1.0
 */
@Mojo(name = "pipeline", requiresProject = false, aggregator = true, threadSafe = true)
public class PipelineMojo extends ViewGoal {

    /**
     * Only this connector, by its name on the server, such as {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    @Inject
    PipelineMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        return new PipelineCommand(session, tables(session), RequiredOption.orNone(connector)).run();
    }
}
