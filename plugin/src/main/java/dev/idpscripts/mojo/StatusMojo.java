package dev.idpscripts.mojo;

import dev.idpscripts.command.StatusCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.mojo.base.ViewGoal;
import dev.idpscripts.view.StatusView;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists every script: status, version, the commit it came from, by whom and since when, its tests and bindings, and whether it is as
 * the files say. Or which version is where, for several environments.
 *
 * <p>Example: {@code mvn idp-scripts:status -Didp-scripts.status=active -Didp-scripts.search=mail}
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public class StatusMojo extends ViewGoal {

    /**
     * Only scripts with this status on the server: {@code draft}, {@code active} or {@code inactive}, such as
     * {@code -Didp-scripts.status=draft}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.status")
    private String status;

    /**
     * Only scripts with this in their name, in any case, such as {@code -Didp-scripts.search=mail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.search")
    private String search;

    /**
     * Only scripts that are bound to this connector, by its name on the server, such as
     * {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    /**
     * Several environments beside each other: which version and commit is where, such as
     * {@code -Didp-scripts.environments=staging,production}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environments")
    private List<String> environments;

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    @Inject
    StatusMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        List<String> several = environments == null ? List.of() : environments;
        if (!several.isEmpty() && RequiredOption.is(at)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.environments shows servers beside each other, without any files, so there is nothing to take from a commit",
                    "Leave out one of -Didp-scripts.environments and -Didp-scripts.at.");
        }
        Session session = several.isEmpty() ? openAt("at", at) : open(several.get(0));
        StatusView.Selection filter = new StatusView.Selection(
                RequiredOption.orNone(status).map(StatusMojo::known),
                RequiredOption.orNone(search),
                RequiredOption.orNone(connector));
        return new StatusCommand(session, tables(session), filter, several).run();
    }

    private static ScriptStatus known(String status) {
        return ScriptStatus.valueOf(
                Choice.among("status", status, "active", "inactive", "draft").toUpperCase(Locale.ROOT));
    }
}
