package dev.idpscripts.mojo;

import dev.idpscripts.command.AuditCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.option.TimeOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists the audit trail, newest first: who did what to which script.
 *
 * <p>Example: {@code mvn idp-scripts:audit -Didp-scripts.script="Login name" -Didp-scripts.from=7d}
 *
 * @since 0.1.0
 */
@Mojo(name = "audit", requiresProject = false, aggregator = true, threadSafe = true)
public class AuditMojo extends ViewGoal {

    /**
     * Only of this script, by name, or by id if it was deleted, such as {@code -Didp-scripts.script="Login name"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Only this: {@code created}, {@code updated}, {@code deleted}, {@code activated}, {@code deactivated}, {@code version_created},
     * {@code rollback}, {@code bound} or {@code unbound}, such as {@code -Didp-scripts.action=deleted}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.action")
    private String action;

    /**
     * Only what this person did: an id or its beginning, such as {@code -Didp-scripts.by=a0000000}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.by")
    private String by;

    /**
     * Not older: how long ago, a day or a moment, such as {@code -Didp-scripts.from=7d}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from")
    private String from;

    /**
     * How many at most, such as {@code -Didp-scripts.limit=500}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.limit", defaultValue = "50")
    private String limit;

    @Inject
    AuditMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        AuditCommand.Options options = new AuditCommand.Options(
                RequiredOption.orNone(script),
                RequiredOption.orNone(action).map(AuditMojo::known),
                RequiredOption.orNone(by),
                TimeOption.parse("from", from, Instant.now()),
                RequiredOption.limit(NumberOption.parse("limit", limit)));
        return new AuditCommand(session, tables(session), options).run();
    }

    private static String known(String action) {
        return Choice.among(
                "action",
                action,
                "created",
                "updated",
                "deleted",
                "activated",
                "deactivated",
                "version_created",
                "rollback",
                "bound",
                "unbound");
    }
}
