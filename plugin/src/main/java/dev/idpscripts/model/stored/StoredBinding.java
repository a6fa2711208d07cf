package dev.idpscripts.model.stored;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import java.time.Instant;
import java.util.UUID;

/**
 * A binding on the server (server.md 3.3).
 *
 * @param connectorId may be of a connector that is gone: the server never checks
 * @param createdBy always the nil UUID (server.md 9)
 */
public record StoredBinding(
        UUID id,
        UUID tenantId,
        UUID scriptId,
        UUID connectorId,
        HookPhase hookPhase,
        Operation operationType,
        int executionOrder,
        FailurePolicy failurePolicy,
        int maxRetries,
        int timeoutSeconds,
        boolean enabled,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {

    public Hook hook() {
        return new Hook(hookPhase, operationType);
    }

    public BindingSettings settings() {
        return new BindingSettings(failurePolicy, maxRetries, timeoutSeconds, enabled);
    }

    /** The same binding in another place on its hook. */
    public StoredBinding at(int order) {
        return with(scriptId, order, settings());
    }

    /** The same binding with other settings. */
    public StoredBinding with(BindingSettings other) {
        return with(scriptId, executionOrder, other);
    }

    /** The same binding of another script. */
    public StoredBinding ofScript(UUID script) {
        return with(script, executionOrder, settings());
    }

    private StoredBinding with(UUID script, int order, BindingSettings settings) {
        return new StoredBinding(
                id,
                tenantId,
                script,
                connectorId,
                hookPhase,
                operationType,
                order,
                settings.onFailure(),
                settings.maxRetries(),
                settings.timeoutSeconds(),
                settings.enabled(),
                createdBy,
                createdAt,
                updatedAt);
    }

    /** Whether it was changed at all, and later than a version was pushed. */
    public boolean changedAfter(StoredVersion version) {
        return wasChanged() && updatedAt.isAfter(version.createdAt());
    }

    /** Whether it was made when a version was pushed, or later. */
    public boolean wasMadeAfter(StoredVersion version) {
        return !version.createdAt().isAfter(createdAt);
    }

    /** Whether it is as it is since a version was pushed, or later. */
    public boolean isSince(StoredVersion version) {
        return !version.createdAt().isAfter(updatedAt);
    }

    /** Whether it is not as it was made. */
    public boolean wasChanged() {
        return !updatedAt.equals(createdAt);
    }
}
