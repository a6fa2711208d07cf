package dev.idpscripts.mojo;

import dev.idpscripts.command.VersionsCommand;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows the history of one script: each version with when, by whom and from which commit it was pushed.
 *
 * <p>Example: {@code mvn idp-scripts:versions -Didp-scripts.script=login-name}
 *
 * @since 0.1.0
 */
@Mojo(name = "versions", requiresProject = false, aggregator = true, threadSafe = true)
public class VersionsMojo extends ViewGoal {

    /**
     * Which script: its name on the server, or its name, slug or file in the repository, such as
     * {@code -Didp-scripts.script=login-name}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    @Inject
    VersionsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        return new VersionsCommand(session, tables(session), script).run();
    }
}
