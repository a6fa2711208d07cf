package dev.idpscripts.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Answer.Delivery;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Route;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does to a request what a fault says: the wrong answer, and the state that the real server is left in. */
final class FaultInjector {

    private static final long SLOWNESS_MILLIS = 2_000;

    private final Store store;

    FaultInjector(Store store) {
        this.store = store;
    }

    /**
     * What is answered instead.
     *
     * @param route where it was sent
     * @param work does the request; called only if the fault strikes afterwards
     */
    Answer answer(FaultKind kind, Route route, Supplier<Answer> work) {
        boolean change = route.holds() == Route.Holds.WRITING;
        if (kind == FaultKind.NOT_FOUND && !route.pattern().contains("{")) {
            return work.get();
        }
        if (!kind.works()) {
            return instead(kind);
        }
        Answer right;
        try {
            right = kind == FaultKind.WEDGE && change ? store.write(() -> halfDone(work)) : work.get();
        } catch (ApiError e) {
            // Nothing was done, so nothing can be said to have been done.
            right = e.answer();
        }
        return switch (kind) {
            case TIMEOUT_AFTER -> Answer.empty(408);
            case RESET_AFTER, WEDGE -> Answer.lost();
            case HALF_ANSWER -> right.delivered(Delivery.HALF);
            case STALLED_BODY -> right.delivered(Delivery.STALLED);
            case ENDLESS_BODY -> right.delivered(Delivery.ENDLESS);
            case EMPTY_LIST -> emptied(right);
            case SLOW -> late(right);
            default ->
                ApiError.json(500, "internal_error", "An internal error occurred")
                        .answer();
        };
    }

    private static Answer instead(FaultKind kind) {
        return switch (kind) {
            case RESET_BEFORE -> Answer.lost();
            case TOO_MANY -> tooMany().answer();
            case TOO_MANY_WAIT -> tooMany().answer().with("Retry-After", "1");
            case TOKEN_EXPIRED ->
                ApiError.oauth(401, "invalid_token", "Token has expired").answer();
            case TOKEN_REVOKED ->
                ApiError.oauth(401, "invalid_token", "Token has been revoked").answer();
            case INVALID_KEY ->
                ApiError.json(401, "unauthorized", "Invalid API key").answer();
            case NOT_FOUND -> ApiError.notFound("Provisioning script not found").answer();
            case FORBIDDEN -> ApiError.notAdmin().answer();
            case HTML -> Answer.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            default ->
                ApiError.json(500, "internal_error", "An internal error occurred")
                        .answer();
        };
    }

    private static ApiError tooMany() {
        return ApiError.auth(429, "rate-limited", "Too Many Requests", "Rate limit exceeded");
    }

    /** Lists are objects with a total and one array. */
    private static Answer emptied(Answer right) {
        if (!(Json.tree(right.body().get()) instanceof ObjectNode list) || !list.has("total")) {
            return right;
        }
        list.put("total", 0);
        list.forEach(value -> {
            if (value instanceof ArrayNode entries) {
                entries.removeAll();
            }
        });
        return new Answer(right.status(), right.headers(), () -> Json.write(list));
    }

    private static Answer late(Answer right) {
        try {
            Thread.sleep(SLOWNESS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return right;
    }

    /** The first statement stays, the second and the audit event do not (server.md 3.1, 3.2). */
    private Answer halfDone(Supplier<Answer> work) {
        Set<UUID> events = ids(store.audit().newestFirst(), AuditEvent::id);
        List<StoredScript> before = store.scripts().all().toList();
        Set<UUID> scripts = ids(before, StoredScript::id);
        Answer answer = work.get();
        Set<UUID> made = ids(store.scripts().all().toList(), StoredScript::id);
        made.removeAll(scripts);
        List<StoredVersion> first =
                store.versions().all().filter(v -> made.contains(v.scriptId())).toList();
        first.forEach(store.versions()::remove);
        before.stream()
                .filter(old -> store.scripts()
                        .find(old.id())
                        .filter(now -> now.currentVersion() > old.currentVersion())
                        .isPresent())
                .forEach(store.scripts()::put);
        store.audit().newestFirst().stream()
                .filter(event -> !events.contains(event.id()))
                .forEach(store.audit()::remove);
        return answer;
    }

    private static <T> Set<UUID> ids(List<T> rows, Function<T, UUID> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }
}
