package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.Lookup;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.option.TimeOption;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.InsightApi.LogFilter;
import dev.idpscripts.view.LogsView;
import dev.idpscripts.view.Names;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists execution logs, newest first, or shows one with its context and output.
 *
 * <p>Example: {@code mvn idp-scripts:logs -Didp-scripts.script="Login name" -Didp-scripts.status=failure -Didp-scripts.from=24h}
 *
 * @since 0.1.0
 */
@Mojo(name = "logs", requiresProject = false, aggregator = true, threadSafe = true)
public class LogsMojo extends ViewGoal {

    /**
     * Only of this script, by name or id, such as {@code -Didp-scripts.script="Login name"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Only on this connector, by name or id, such as {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    /**
     * Only of the binding with this id, such as {@code -Didp-scripts.binding=00000000-0000-4000-8000-00000000000a}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.binding")
    private String binding;

    /**
     * Only with this status: {@code success}, {@code failure}, {@code timeout} or {@code skipped}, such as
     * {@code -Didp-scripts.status=failure}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.status")
    private String status;

    /**
     * Only dry runs, or only others, such as {@code -Didp-scripts.dryRun=false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun")
    private Boolean dryRun;

    /**
     * Not older: how long ago, a day or a moment, such as {@code -Didp-scripts.from=24h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from")
    private String from;

    /**
     * Not newer: how long ago, a day or a moment, such as {@code -Didp-scripts.to=2026-03-01T12:00:00Z}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.to")
    private String to;

    /**
     * How many at most, such as {@code -Didp-scripts.limit=500}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.limit", defaultValue = "50")
    private int limit;

    /**
     * Shows one whole, by its id or the beginning of it, such as {@code -Didp-scripts.log=dc1d71bb}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.log")
    private String log;

    @Inject
    LogsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    List<Table> look(Environment chosen) {
        try (Connection open = connect(chosen)) {
            Inventory server = lists(open, chosen);
            Names names = Names.of(server);
            return List.of(
                    RequiredOption.is(log)
                            ? LogsView.detail(Lookup.log(open.server().insight(), log.strip()), names)
                            : LogsView.list(
                                    open.server()
                                            .insight()
                                            .logs(filter(chosen, server))
                                            .limit(RequiredOption.limit(limit))
                                            .toList(),
                                    names));
        }
    }

    /** Values that the server does not know it would ignore, and answer with everything (server.md 9.10). */
    private LogFilter filter(Environment chosen, Inventory server) {
        Instant now = Instant.now();
        return new LogFilter(
                RequiredOption.is(script)
                        ? scripts(chosen, server.scripts()).one(script).id()
                        : null,
                RequiredOption.is(connector) ? Lookup.connector(server.connectors(), connector) : null,
                RequiredOption.is(binding) ? RequiredOption.id("binding", binding) : null,
                RequiredOption.is(status)
                        ? Choice.among("status", status, "failure", "success", "timeout", "skipped")
                        : null,
                dryRun,
                TimeOption.of("from", from, now).map(Instant::toString).orElse(null),
                TimeOption.of("to", to, now).map(Instant::toString).orElse(null));
    }
}
