package dev.idpscripts.model.stored;

import java.time.Instant;
import java.util.UUID;

/**
 * A connector in the list of connectors (server.md 7). Names are unique in a tenant.
 *
 * @param connectorType {@code ldap}, {@code database} or {@code rest}
 * @param status {@code active}, {@code inactive} or {@code error}
 * @param lastConnectionTest null if it was never tested
 */
public record StoredConnector(
        UUID id, String name, String connectorType, String status, Instant lastConnectionTest, Instant createdAt) {}
