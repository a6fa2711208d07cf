package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;

import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code /governance/script-audit-events} (server.md 1.5). */
public final class AuditRoutes {

    private static final Struct LIST = Struct.of(
            "AuditEventParams",
            optional("script_id", Kind.ID),
            optional("action", Kind.TEXT),
            optional("limit", Kind.I64),
            optional("offset", Kind.I64));

    private static final long DEFAULT_LIMIT = 50;
    private static final Set<String> ACTIONS = Set.of(
            "created",
            "updated",
            "deleted",
            "activated",
            "deactivated",
            "rollback",
            "bound",
            "unbound",
            "version_created");

    private record Events(List<AuditEvent> events, long total) {}

    private final Store store;

    public AuditRoutes(Store store) {
        this.store = store;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        Optional<UUID> script = query.optionalId("script_id");
        Optional<String> action = query.optionalText("action").filter(ACTIONS::contains);
        List<AuditEvent> found = store.audit().newestFirst().stream()
                .filter(e -> Filter.passes(script, e.scriptId()))
                .filter(e -> Filter.passes(action, e.action()))
                .toList();
        return Answer.ok(new Events(Page.limited(query, DEFAULT_LIMIT).of(found), found.size()));
    }
}
