package dev.idpscripts.mojo;

import dev.idpscripts.command.ReleasesCommand;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.option.TimeOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.mojo.base.ViewGoal;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists what was applied to an environment when, from which commit, by whom and with how many changes, newest first, and says which
 * commit it is at; or how far several environments are from one another.
 *
 * <p>Example: {@code mvn idp-scripts:releases -Didp-scripts.environments=staging,production}
 *
 * @since 0.1.0
 */
@Mojo(name = "releases", requiresProject = false, aggregator = true, threadSafe = true)
public class ReleasesMojo extends ViewGoal {

    /**
     * Several environments beside each other: which commit is where, and what each lacks of the one before it, such as
     * {@code -Didp-scripts.environments=staging,production}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environments")
    private List<String> environments;

    /**
     * Not older: how long ago, a day or a moment, such as {@code -Didp-scripts.from=7d}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from")
    private String from;

    /**
     * How many at most, such as {@code -Didp-scripts.limit=10}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.limit", defaultValue = "50")
    private String limit;

    @Inject
    ReleasesMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        List<String> several = environments == null ? List.of() : environments;
        if (!several.isEmpty() && RequiredOption.is(from)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.environments shows where each is now, not what was applied when",
                    "Leave out one of -Didp-scripts.environments and -Didp-scripts.from.");
        }
        Session session = several.isEmpty() ? open() : open(several.get(0));
        ReleasesCommand.Options options = new ReleasesCommand.Options(
                several,
                TimeOption.parse("from", from, Instant.now()),
                RequiredOption.limit(NumberOption.parse("limit", limit)));
        return new ReleasesCommand(session, tables(session), options).run();
    }
}
