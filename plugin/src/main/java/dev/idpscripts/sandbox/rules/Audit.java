package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.store.Store;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes the audit trail (server.md 3.6). Changes of bindings and everything about templates leave no trace there. */
public final class Audit {

    private final Store store;

    public Audit(Store store) {
        this.store = store;
    }

    public void created(Principal by, StoredScript script) {
        record(by, script.id(), "created", Map.of("script_name", script.name()));
    }

    public void updated(Principal by, StoredScript script) {
        record(by, script.id(), "updated", Map.of("script_id", script.id()));
    }

    public void deleted(Principal by, StoredScript script) {
        record(by, script.id(), "deleted", Map.of("script_name", script.name()));
    }

    public void activated(Principal by, StoredScript script) {
        record(by, script.id(), "activated", null);
    }

    public void deactivated(Principal by, StoredScript script) {
        record(by, script.id(), "deactivated", null);
    }

    public void versionCreated(Principal by, StoredVersion version) {
        Map<String, Object> details = new TreeMap<>();
        details.put("version_number", version.versionNumber());
        details.put("change_description", version.changeDescription());
        record(by, version.scriptId(), "version_created", details);
    }

    /**
     * An old body became a new version.
     *
     * @param to the version that was copied, not the new one
     * @param reason null if none was given
     */
    public void rolledBack(Principal by, UUID script, int from, int to, String reason) {
        Map<String, Object> details = new TreeMap<>();
        details.put("from_version", from);
        details.put("to_version", to);
        details.put("reason", reason);
        record(by, script, "rollback", details);
    }

    public void bound(Principal by, StoredBinding binding) {
        record(by, binding.scriptId(), "bound", ends(binding));
    }

    public void unbound(Principal by, StoredBinding binding) {
        record(by, binding.scriptId(), "unbound", ends(binding));
    }

    private static Map<String, Object> ends(StoredBinding binding) {
        return Map.of("binding_id", binding.id(), "connector_id", binding.connectorId());
    }

    private void record(Principal by, UUID script, String action, Map<String, Object> details) {
        store.audit()
                .put(new AuditEvent(UUID.randomUUID(), store.tenant(), script, action, by.id(), details, store.now()));
    }
}
