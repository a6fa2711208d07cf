package dev.idpscripts.model.stored;

import dev.idpscripts.model.ScriptStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A script on the server (server.md 1.4). Its body is not here but in its versions.
 *
 * @param description null if it never had one
 * @param currentVersion from 1; a crash can leave it without a version row (server.md 3.1)
 * @param isSystem belongs to the server; not to be touched
 */
public record StoredScript(
        UUID id,
        UUID tenantId,
        String name,
        String description,
        int currentVersion,
        ScriptStatus status,
        boolean isSystem,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt)
        implements StoredNamed {

    @Override
    public String descriptionText() {
        return Objects.requireNonNullElse(description, "");
    }

    @Override
    public StoredScript named(String other) {
        return with(other, description, status);
    }

    @Override
    public StoredScript described(String other) {
        return with(name, other, status);
    }

    /** The same script with another status. */
    public StoredScript with(ScriptStatus other) {
        return with(name, description, other);
    }

    private StoredScript with(String called, String text, ScriptStatus state) {
        return new StoredScript(
                id, tenantId, called, text, currentVersion, state, isSystem, createdBy, createdAt, updatedAt);
    }
}
