package dev.idpscripts.model.stored;

import java.time.Instant;
import java.util.UUID;

/**
 * An immutable version of a script (server.md 3.2).
 *
 * @param scriptBody byte for byte as it was pushed
 * @param changeDescription null if none was given
 */
public record StoredVersion(
        UUID id,
        UUID scriptId,
        int versionNumber,
        String scriptBody,
        String changeDescription,
        UUID createdBy,
        Instant createdAt) {}
