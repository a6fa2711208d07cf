package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;

import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** {@code /governance/script-execution-logs} (server.md 1.5 and 3.7). */
public final class LogRoutes {

    private static final Struct LIST = Struct.of(
            "ExecutionLogParams",
            optional("script_id", Kind.ID),
            optional("connector_id", Kind.ID),
            optional("binding_id", Kind.ID),
            optional("status", Kind.TEXT),
            optional("dry_run", Kind.BOOLEAN),
            optional("from_date", Kind.TEXT),
            optional("to_date", Kind.TEXT),
            optional("page", Kind.I64),
            optional("page_size", Kind.I64));

    private static final Set<String> STATUSES = Set.of("success", "failure", "timeout", "skipped");

    private record LogPage(List<ExecutionLog> logs, long total) {}

    private final Store store;

    public LogRoutes(Store store) {
        this.store = store;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        List<ExecutionLog> found =
                store.logs().newestFirst().stream().filter(wanted(query)).toList();
        return Answer.ok(new LogPage(Page.numbered(query).of(found), found.size()));
    }

    /** A status or a date that cannot be understood is no filter at all. */
    private static Predicate<ExecutionLog> wanted(Fields query) {
        Optional<UUID> script = query.optionalId("script_id");
        Optional<UUID> connector = query.optionalId("connector_id");
        Optional<UUID> binding = query.optionalId("binding_id");
        Optional<String> status = query.optionalText("status").filter(STATUSES::contains);
        Optional<Boolean> dryRun = query.optional("dry_run", Boolean.class);
        Optional<Instant> from = query.optionalText("from_date").flatMap(LogRoutes::time);
        Optional<Instant> to = query.optionalText("to_date").flatMap(LogRoutes::time);
        return log -> Filter.passes(script, log.scriptId())
                && Filter.passes(connector, log.connectorId())
                && Filter.passes(binding, log.bindingId())
                && Filter.passes(status, log.status())
                && Filter.passes(dryRun, log.dryRun())
                && from.map(f -> !log.executedAt().isBefore(f)).orElse(true)
                && to.map(t -> !log.executedAt().isAfter(t)).orElse(true);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Answer get(Call call) {
        UUID id = call.id();
        return Answer.ok(store.logs().find(id).orElseThrow(() -> ApiError.notFound("Execution log not found: " + id)));
    }
}
