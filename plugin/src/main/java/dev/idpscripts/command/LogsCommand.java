package dev.idpscripts.command;

import dev.idpscripts.command.find.Lookup;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.view.LogsView;
import dev.idpscripts.view.NameLookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists execution logs, newest first, or shows one whole. */
public final class LogsCommand {

    /**
     * Which logs.
     *
     * @param log the one that is shown whole, by its id or the beginning of it; empty for a list
     * @param script only of this script, by what people call it
     * @param connector only on this connector, by name or id
     * @param binding only of this binding
     * @param status only with this status, in the server's words
     * @param dryRun only dry runs, or only others
     * @param from not older
     * @param to not newer
     * @param limit how many at most
     */
    public record Options(
            Optional<String> log,
            Optional<String> script,
            Optional<String> connector,
            Optional<UUID> binding,
            Optional<String> status,
            Optional<Boolean> dryRun,
            Optional<Instant> from,
            Optional<Instant> to,
            int limit) {}

    private final Session session;
    private final Tables tables;
    private final Options options;

    public LogsCommand(Session session, Tables tables, Options options) {
        this.session = session;
        this.tables = tables;
        this.options = options;
    }

    /** Reads names and logs, shows them. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            Inventory server = session.lists(open);
            InsightApi insight = open.server().insight();
            NameLookup names = NameLookup.of(server);
            tables.show(List.of(options.log()
                    .map(id -> LogsView.detail(Lookup.log(insight, id), names))
                    .orElseGet(() -> LogsView.list(
                            insight.logs(filter(server)).limit(options.limit()).toList(), names))));
            return Outcome.NO_CHANGES;
        }
    }

    /** Values that the server does not know it would ignore, and answer with everything (server.md 9.10). */
    private InsightApi.LogFilter filter(Inventory server) {
        return new InsightApi.LogFilter(
                options.script()
                        .map(name -> session.scripts(server.scripts()).one(name).id())
                        .orElse(null),
                options.connector()
                        .map(name -> Lookup.connector(server.connectors(), name).id())
                        .orElse(null),
                options.binding().orElse(null),
                options.status().orElse(null),
                options.dryRun().orElse(null),
                options.from().map(Instant::toString).orElse(null),
                options.to().map(Instant::toString).orElse(null));
    }
}
