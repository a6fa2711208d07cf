package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Hook bindings, as the database keeps them (server.md 3.3). */
public final class Bindings {

    private final Store store;
    private final Logs logs;

    public Bindings(Store store, Logs logs) {
        this.store = store;
        this.logs = logs;
    }

    public StoredBinding get(UUID id) {
        return store.bindings().find(id).orElseThrow(() -> ApiError.notFound("Script hook binding not found: " + id));
    }

    public List<StoredBinding> of(UUID script) {
        return store.bindings().all().filter(b -> b.scriptId().equals(script)).toList();
    }

    /** In the order of phase, operation and execution order. */
    public List<StoredBinding> on(UUID connector) {
        return store.bindings()
                .all()
                .filter(b -> b.connectorId().equals(connector))
                .sorted(Comparator.comparing(StoredBinding::hookPhase)
                        .thenComparing(StoredBinding::operationType)
                        .thenComparing(StoredBinding::executionOrder))
                .toList();
    }

    /** Stores the binding if the database would: its numbers in range, its slot not another one's. */
    public StoredBinding put(StoredBinding binding) {
        DatabaseConstraints.range(binding.executionOrder(), 0, Integer.MAX_VALUE);
        DatabaseConstraints.range(binding.maxRetries(), 0, BindingSettings.MAX_RETRIES);
        DatabaseConstraints.range(
                binding.timeoutSeconds(), BindingSettings.MIN_TIMEOUT_SECONDS, BindingSettings.MAX_TIMEOUT_SECONDS);
        DatabaseConstraints.unique(on(binding.connectorId()).stream()
                .filter(b -> isSameSlot(b, binding) && !b.id().equals(binding.id()))
                .findFirst());
        store.bindings().put(binding);
        return binding;
    }

    private static boolean isSameSlot(StoredBinding a, StoredBinding b) {
        return a.hook().equals(b.hook()) && a.executionOrder() == b.executionOrder();
    }

    public void delete(StoredBinding binding) {
        store.bindings().remove(binding);
        logs.forgetBinding(binding.id());
    }
}
