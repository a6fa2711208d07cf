package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.option.TimeOption;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.view.AuditView;
import dev.idpscripts.view.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private int limit;

    @Inject
    AuditMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    List<Table> look(Environment chosen) {
        String kind = RequiredOption.is(action)
                ? Choice.among(
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
                        "unbound")
                : null;
        Optional<Instant> oldest = TimeOption.of("from", from, Instant.now());
        try (Connection open = connect(chosen)) {
            Inventory server = lists(open, chosen);
            return List.of(
                    AuditView.of(events(open.server().insight(), id(chosen, server), kind, oldest), Names.of(server)));
        }
    }

    /** A deleted script has no name any more, only an id. */
    private UUID id(Environment chosen, Inventory server) {
        if (!RequiredOption.is(script)) {
            return null;
        }
        return script.matches("[0-9a-fA-F-]{36}")
                ? RequiredOption.id("script", script)
                : scripts(chosen, server.scripts()).one(script).id();
    }

    private List<AuditEvent> events(InsightApi insight, UUID id, String kind, Optional<Instant> oldest) {
        return insight.events(id, kind)
                .takeWhile(event ->
                        oldest.map(time -> !event.createdAt().isBefore(time)).orElse(true))
                .filter(event -> !RequiredOption.is(by)
                        || String.valueOf(event.actorId()).startsWith(by))
                .limit(RequiredOption.limit(limit))
                .toList();
    }
}
