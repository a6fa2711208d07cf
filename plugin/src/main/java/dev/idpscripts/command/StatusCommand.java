package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.plan.ServerSpelling;
import dev.idpscripts.view.StatusView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists every script and whether it is as the files say; or which version is where, for several environments. */
public final class StatusCommand {

    private final Session session;
    private final Tables tables;
    private final StatusView.Selection filter;
    private final List<String> environments;

    /**
     * Makes it.
     *
     * @param filter which scripts are listed
     * @param environments those that are shown beside each other; empty for the session's alone, and its files
     */
    public StatusCommand(Session session, Tables tables, StatusView.Selection filter, List<String> environments) {
        this.session = session;
        this.tables = tables;
        this.filter = filter;
        this.environments = environments;
    }

    /** Reads, compares, shows. */
    public Outcome run() {
        tables.show(List.of(environments.isEmpty() ? besideFiles() : besideEachOther()));
        return Outcome.NO_CHANGES;
    }

    private Table besideFiles() {
        Declarations files = session.files();
        try (Connection open = session.connect()) {
            PlanSession.Compared compared =
                    session.comparing(files, open, false).compare();
            Declarations known = ServerSpelling.of(files, compared.server());
            return StatusView.table(compared.server(), known, compared.plan(), filter);
        }
    }

    private Table besideEachOther() {
        Map<String, Inventory> servers = new LinkedHashMap<>();
        // The session is for the first one, and has said so.
        servers.put(environments.get(0), server(session));
        environments.stream()
                .skip(1)
                .forEach(name -> servers.put(name, server(session.in(name).announced())));
        return StatusView.sideBySide(servers, filter);
    }

    private static Inventory server(Session there) {
        try (Connection open = there.connect()) {
            return there.reader(open).read(script -> true);
        }
    }
}
