package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.Server;
import dev.idpscripts.view.AnalyticsView;
import java.util.List;
import java.util.Optional;

/** Shows the server's figures. */
public final class AnalyticsCommand {

    private final Session session;
    private final Tables tables;
    private final Optional<String> script;

    /**
     * Makes it.
     *
     * @param script the script whose figures are asked for; empty for all
     */
    public AnalyticsCommand(Session session, Tables tables, Optional<String> script) {
        this.session = session;
        this.tables = tables;
        this.script = script;
    }

    /** Reads the figures, shows them. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            Server server = open.server();
            tables.show(script.map(name -> one(server, name))
                    .orElseGet(() ->
                            List.of(AnalyticsView.dashboard(server.insight().dashboard()))));
            return Outcome.NO_CHANGES;
        }
    }

    private List<Table> one(Server server, String name) {
        StoredScript found = session.scripts(server.scripts().all()).one(name);
        return AnalyticsView.script(server.insight().script(found.id(), found.name()));
    }
}
