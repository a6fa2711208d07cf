package dev.idpscripts.sandbox.store;

import dev.idpscripts.model.stored.StoredConnector;
import java.time.Instant;
import java.util.UUID;

/**
 * A connector with all that its own page shows (server.md 7). Credentials are not kept: no answer ever has them.
 *
 * @param connectorType {@code ldap}, {@code database} or {@code rest}
 * @param description null if it never had one
 * @param config any JSON value
 * @param status {@code active}, {@code inactive} or {@code error}
 * @param lastConnectionTest null if it was never tested
 * @param lastError null if there was none
 */
public record Connector(
        UUID id,
        String name,
        String connectorType,
        String description,
        Object config,
        String status,
        Instant lastConnectionTest,
        String lastError,
        Instant createdAt,
        Instant updatedAt) {

    /** As the list of connectors shows it. */
    public StoredConnector summary() {
        return new StoredConnector(id, name, connectorType, status, lastConnectionTest, createdAt);
    }
}
