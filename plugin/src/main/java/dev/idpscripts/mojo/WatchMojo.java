package dev.idpscripts.mojo;

import dev.idpscripts.command.WatchCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.RepositoryGoal;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Looks at the files whenever one is saved, until Ctrl-C: what is wrong, whose tests fail, and what an apply would change on the server as
 * it was at the start. One screen on a terminal, lines elsewhere.
 *
 * <p>Example: {@code mvn idp-scripts:watch}
 *
 * @since 0.1.0
 */
@Mojo(name = "watch", requiresProject = false, aggregator = true, threadSafe = true)
public class WatchMojo extends RepositoryGoal {

    /**
     * Reads no server, and shows no difference to it, such as {@code -Didp-scripts.offline}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.offline", defaultValue = "false")
    private boolean offline;

    private int looks = Integer.MAX_VALUE;

    @Inject
    WatchMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Ends after this many looks, for tests. */
    final void endAfter(int many) {
        looks = many;
    }

    @Override
    protected Outcome run() {
        return new WatchCommand(
                        open(),
                        new WatchCommand.Options(environmentName(), offline, looks),
                        outcome -> ended(outcome, Optional.empty()))
                .run();
    }
}
