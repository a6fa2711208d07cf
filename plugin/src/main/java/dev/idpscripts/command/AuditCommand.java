package dev.idpscripts.command;

import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.view.AuditView;
import dev.idpscripts.view.NameLookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists the audit trail, newest first. */
public final class AuditCommand {

    /**
     * Which events.
     *
     * @param script only of this script, by what people call it, or by id if it was deleted
     * @param action only this, in the server's words
     * @param by only what this person did: an id or its beginning
     * @param from not older
     * @param limit how many at most
     */
    public record Options(
            Optional<String> script, Optional<String> action, Optional<String> by, Optional<Instant> from, int limit) {}

    private final Session session;
    private final Tables tables;
    private final Options options;

    public AuditCommand(Session session, Tables tables, Options options) {
        this.session = session;
        this.tables = tables;
        this.options = options;
    }

    /** Reads names and events, shows them. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            Inventory server = session.lists(open);
            List<AuditEvent> events = events(open.server().insight(), server);
            tables.show(List.of(AuditView.table(events, NameLookup.of(server))));
            return Outcome.NO_CHANGES;
        }
    }

    private List<AuditEvent> events(InsightApi insight, Inventory server) {
        UUID script = options.script().map(given -> id(given, server)).orElse(null);
        return insight.events(script, options.action().orElse(null))
                .takeWhile(event -> options.from()
                        .map(oldest -> !event.createdAt().isBefore(oldest))
                        .orElse(true))
                .filter(event -> options.by()
                        .map(who -> String.valueOf(event.actorId()).startsWith(who))
                        .orElse(true))
                .limit(options.limit())
                .toList();
    }

    /** A deleted script has no name any more, only an id. */
    private UUID id(String given, Inventory server) {
        return given.matches("[0-9a-fA-F-]{36}")
                ? RequiredOption.id("script", given)
                : session.scripts(server.scripts()).one(given).id();
    }
}
