package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.rules.ApiWords;
import dev.idpscripts.sandbox.rules.Audit;
import dev.idpscripts.sandbox.rules.Bindings;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /governance/script-bindings} (server.md 1.5 and 3.3). Whether a connector exists is never asked. */
public final class BindingRoutes {

    private static final Struct LIST = Struct.of(
            "BindingListParams",
            optional("connector_id", Kind.ID),
            optional("script_id", Kind.ID),
            optional("hook_phase", Kind.TEXT),
            optional("operation_type", Kind.TEXT),
            optional("page", Kind.I64),
            optional("page_size", Kind.I64));
    private static final Struct CREATE = Struct.of(
            "CreateBindingRequest",
            required("script_id", Kind.ID),
            required("connector_id", Kind.ID),
            required("hook_phase", Kind.TEXT),
            required("operation_type", Kind.TEXT),
            required("execution_order", Kind.I32),
            optional("failure_policy", Kind.TEXT),
            optional("max_retries", Kind.I32),
            optional("timeout_seconds", Kind.I32));
    private static final Struct UPDATE = Struct.of(
            "UpdateBindingRequest",
            optional("execution_order", Kind.I32),
            optional("failure_policy", Kind.TEXT),
            optional("max_retries", Kind.I32),
            optional("timeout_seconds", Kind.I32),
            optional("enabled", Kind.BOOLEAN));

    private record BindingPage(List<StoredBinding> bindings, long total) {}

    private final Store store;
    private final Scripts scripts;
    private final Bindings bindings;
    private final Audit audit;

    public BindingRoutes(Store store, Scripts scripts, Bindings bindings, Audit audit) {
        this.store = store;
        this.scripts = scripts;
        this.bindings = bindings;
        this.audit = audit;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        Optional<UUID> connector = query.optionalId("connector_id");
        Optional<UUID> script = query.optionalId("script_id");
        Optional<HookPhase> phase = query.optionalText("hook_phase").flatMap(w -> ApiWords.find(HookPhase.class, w));
        Optional<Operation> operation =
                query.optionalText("operation_type").flatMap(w -> ApiWords.find(Operation.class, w));
        List<StoredBinding> found = store.bindings().newestFirst().stream()
                .filter(b -> Filter.passes(connector, b.connectorId()))
                .filter(b -> Filter.passes(script, b.scriptId()))
                .filter(b -> Filter.passes(phase, b.hookPhase()))
                .filter(b -> Filter.passes(operation, b.operationType()))
                .toList();
        return Answer.ok(new BindingPage(Page.numbered(query).of(found), found.size()));
    }

    /** All of one connector, without pages. */
    public Answer ofConnector(Call call) {
        List<StoredBinding> found = bindings.on(call.id());
        return Answer.ok(new BindingPage(found, found.size()));
    }

    public Answer get(Call call) {
        return Answer.ok(bindings.get(call.id()));
    }

    public Answer create(Call call) {
        Fields body = call.json(CREATE);
        Hook hook = new Hook(
                word(HookPhase.class, "hook_phase", body.text("hook_phase")),
                word(Operation.class, "operation_type", body.text("operation_type")));
        FailurePolicy policy = policy(body).orElse(BindingSettings.DEFAULT.onFailure());
        StoredScript script = scripts.get(body.id("script_id"));
        if (script.status() != ScriptStatus.ACTIVE) {
            throw ApiError.precondition("Script is not active: " + script.id());
        }
        UUID connector = body.id("connector_id");
        if (bindings.on(connector).stream().filter(b -> b.hook().equals(hook)).count() >= Hook.MAX_BINDINGS) {
            throw ApiError.conflict(
                    "Maximum of " + Hook.MAX_BINDINGS + " bindings per connector/phase/operation exceeded");
        }
        StoredBinding binding = bindings.put(made(script, connector, hook, policy, body));
        audit.bound(call.caller(), binding);
        return Answer.created(binding);
    }

    private StoredBinding made(StoredScript script, UUID connector, Hook hook, FailurePolicy policy, Fields body) {
        Instant now = store.now();
        return new StoredBinding(
                UUID.randomUUID(),
                store.tenant(),
                script.id(),
                connector,
                hook.phase(),
                hook.operation(),
                body.number("execution_order"),
                policy,
                body.optionalNumber("max_retries").orElse(BindingSettings.DEFAULT.maxRetries()),
                body.optionalNumber("timeout_seconds").orElse(BindingSettings.DEFAULT.timeoutSeconds()),
                true,
                Principal.NIL,
                now,
                now);
    }

    public Answer update(Call call) {
        UUID id = call.id();
        Fields body = call.json(UPDATE);
        Optional<FailurePolicy> policy = policy(body);
        return Answer.ok(bindings.put(changed(bindings.get(id), policy, body)));
    }

    private StoredBinding changed(StoredBinding old, Optional<FailurePolicy> policy, Fields body) {
        return new StoredBinding(
                old.id(),
                old.tenantId(),
                old.scriptId(),
                old.connectorId(),
                old.hookPhase(),
                old.operationType(),
                body.optionalNumber("execution_order").orElse(old.executionOrder()),
                policy.orElse(old.failurePolicy()),
                body.optionalNumber("max_retries").orElse(old.maxRetries()),
                body.optionalNumber("timeout_seconds").orElse(old.timeoutSeconds()),
                body.optional("enabled", Boolean.class).orElse(old.enabled()),
                old.createdBy(),
                old.createdAt(),
                store.now());
    }

    public Answer delete(Call call) {
        StoredBinding binding = bindings.get(call.id());
        bindings.delete(binding);
        audit.unbound(call.caller(), binding);
        return Answer.noContent();
    }

    private static Optional<FailurePolicy> policy(Fields body) {
        return body.optionalText("failure_policy").map(w -> word(FailurePolicy.class, "failure_policy", w));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String word) {
        return ApiWords.find(type, word).orElseThrow(() -> ApiError.validation("Invalid " + field + ": " + word));
    }
}
