package dev.idpscripts.mojo;

import dev.idpscripts.command.PullCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.RepositoryGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Brings what is on the server into the files: new scripts, bindings and templates, and what somebody changed there. What was
 * edited in the files stays. Where both sides changed a body, the file gets both, with conflict markers where they changed the same
 * lines. The server is only read.
 *
 * <p>Example: {@code mvn idp-scripts:pull -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "pull", requiresProject = false, aggregator = true, threadSafe = true)
public class PullMojo extends RepositoryGoal {

    /**
     * Shows what would be written, and writes nothing, such as {@code -Didp-scripts.dryRun}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    @Inject
    PullMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        return new PullCommand(openAt("at", at), dryRun).run();
    }
}
