package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.view.VersionsView;
import java.util.List;

/** Shows the history of one script. */
public final class VersionsCommand {

    private final Session session;
    private final Tables tables;
    private final String script;

    /**
     * Makes it.
     *
     * @param script what people call the script; null if they did not
     */
    public VersionsCommand(Session session, Tables tables, String script) {
        this.session = session;
        this.tables = tables;
        this.script = script;
    }

    /** Finds the script, reads its versions, shows them. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            StoredScript found = session.scripts(open.server().scripts().all()).one(script);
            List<StoredVersion> history = open.server().versions().all(found.id(), found.name());
            session.notes().count("versions", history.size());
            tables.show(List.of(VersionsView.table(found, history)));
            return Outcome.NO_CHANGES;
        }
    }
}
