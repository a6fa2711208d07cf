package dev.idpscripts.command;

import dev.idpscripts.command.find.Lookup;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.view.PipelineView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows what runs on each connector, and what looks wrong there. */
public final class PipelineCommand {

    private final Session session;
    private final Tables tables;
    private final Optional<String> connector;

    /**
     * Makes it.
     *
     * @param connector the only one that is shown; empty for all
     */
    public PipelineCommand(Session session, Tables tables, Optional<String> connector) {
        this.session = session;
        this.tables = tables;
        this.connector = connector;
    }

    /** Reads what is bound and its bodies, shows it. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            Set<UUID> bound = open.server().bindings().all().stream()
                    .map(StoredBinding::scriptId)
                    .collect(Collectors.toSet());
            Inventory server = session.reader(open).read(script -> bound.contains(script.id()));
            Optional<String> only = connector.map(
                    given -> Lookup.connector(server.connectors(), given).name());
            List<Table> found = PipelineView.tables(server, only);
            tables.show(
                    found.isEmpty()
                            ? List.of(new Table("No script is bound to a connector.", List.of("hook"), List.of()))
                            : found);
            return Outcome.NO_CHANGES;
        }
    }
}
