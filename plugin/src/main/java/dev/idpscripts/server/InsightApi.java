package dev.idpscripts.server;

import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Dashboard;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.ScriptAnalytics;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Operations 28 to 32: analytics, execution logs, audit trail (server.md 1.5). */
public final class InsightApi {

    private static final String LOGS = "/governance/script-execution-logs";

    /**
     * Which execution logs; null for any.
     *
     * @param status {@code success}, {@code failure}, {@code timeout} or {@code skipped}: another one is ignored by the server
     * @param from RFC 3339; another form is ignored by the server
     * @param to RFC 3339; another form is ignored by the server
     */
    public record LogFilter(
            UUID script, UUID connector, UUID binding, String status, Boolean dryRun, String from, String to) {}

    private record Logs(List<ExecutionLog> logs, long total) {}

    private record Events(List<AuditEvent> events, long total) {}

    private final Caller caller;

    InsightApi(Caller caller) {
        this.caller = caller;
    }

    public Dashboard dashboard() {
        return caller.send(
                ApiRequest.get("read the dashboard", "/governance/script-analytics/dashboard"), Dashboard.class);
    }

    public ScriptAnalytics script(UUID script, String name) {
        return caller.send(
                ApiRequest.get(
                        "read the analytics of script " + name, "/governance/script-analytics/scripts/" + script),
                ScriptAnalytics.class);
    }

    /**
     * One page of execution logs, newest first.
     *
     * @param page from 1
     */
    public List<ExecutionLog> logs(LogFilter filter, int page) {
        ApiRequest request = ApiRequest.get("list execution logs", LOGS)
                .where("script_id", filter.script())
                .where("connector_id", filter.connector())
                .where("binding_id", filter.binding())
                .where("status", filter.status())
                .where("dry_run", filter.dryRun())
                .where("from_date", filter.from())
                .where("to_date", filter.to())
                .where("page", page)
                .where("page_size", Caller.PAGE_SIZE)
                .expecting(Expect.onlyIf(page > 1));
        return caller.list(request, Logs.class, Logs::logs);
    }

    /** Execution logs, newest first, over as many pages as are looked at. */
    public Stream<ExecutionLog> logs(LogFilter filter) {
        return paged(n -> logs(filter, n + 1));
    }

    /** What each page gives; the next one is read only when it is wanted. */
    private static <T> Stream<T> paged(IntFunction<List<T>> page) {
        record PageRead<T>(int n, List<T> items) {}
        return Stream.iterate(
                        new PageRead<>(0, page.apply(0)),
                        Objects::nonNull,
                        read -> read.items().size() < Caller.PAGE_SIZE
                                ? null
                                : new PageRead<>(read.n() + 1, page.apply(read.n() + 1)))
                .flatMap(read -> read.items().stream());
    }

    public ExecutionLog log(UUID id) {
        return caller.send(ApiRequest.get("read execution log " + id, LOGS + "/" + id), ExecutionLog.class);
    }

    /**
     * A part of the audit trail, newest first.
     *
     * @param script null for all scripts
     * @param action null for all actions; an unknown one is ignored by the server
     * @param offset how many to skip
     */
    public List<AuditEvent> audit(UUID script, String action, int offset) {
        return audit(script, action, offset, Expect.onlyIf(script != null));
    }

    private List<AuditEvent> audit(UUID script, String action, int offset, Expect expect) {
        ApiRequest request = ApiRequest.get("read the audit trail", "/governance/script-audit-events")
                .where("script_id", script)
                .where("action", action)
                .where("limit", Caller.PAGE_SIZE)
                .where("offset", offset)
                .expecting(expect);
        return caller.list(request, Events.class, Events::events);
    }

    /**
     * The audit trail, newest first, over as many pages as are looked at.
     *
     * @param script null for all scripts
     * @param action null for all actions; an unknown one the server ignores, so it is looked at here too (server.md 9.10)
     */
    public Stream<AuditEvent> events(UUID script, String action) {
        return events(script, action, Expect.onlyIf(script != null));
    }

    Stream<AuditEvent> events(UUID script, String action, Expect expect) {
        return paged(n -> audit(script, action, n * Caller.PAGE_SIZE, n == 0 ? expect : Expect.SURELY))
                .filter(event -> action == null || event.action().equals(action));
    }
}
