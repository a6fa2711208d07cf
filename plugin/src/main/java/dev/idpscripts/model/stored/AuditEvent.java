package dev.idpscripts.model.stored;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the audit trail, which is best effort and incomplete (server.md 3.6).
 *
 * @param scriptId null if it concerns no script
 * @param action {@code created}, {@code updated}, {@code deleted}, {@code activated}, {@code deactivated}, {@code rollback},
 *     {@code bound}, {@code unbound} or {@code version_created}
 * @param details a JSON object or null
 */
public record AuditEvent(
        UUID id, UUID tenantId, UUID scriptId, String action, UUID actorId, Object details, Instant createdAt) {

    /** What the details say under a key, as text. */
    public Optional<String> detail(String key) {
        return details instanceof Map<?, ?> map
                ? Optional.ofNullable(map.get(key)).map(Object::toString)
                : Optional.empty();
    }

    /** Whether it happened later than a version was pushed. */
    public boolean isAfter(StoredVersion version) {
        return createdAt != null && createdAt.isAfter(version.createdAt());
    }
}
