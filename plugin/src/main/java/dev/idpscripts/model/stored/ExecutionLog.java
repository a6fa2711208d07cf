package dev.idpscripts.model.stored;

import java.time.Instant;
import java.util.UUID;

/**
 * One run of a script (server.md 3.7).
 *
 * @param scriptId the nil UUID if the script was deleted
 * @param bindingId null for a dry run
 * @param status {@code success}, {@code failure}, {@code timeout} or {@code skipped}
 * @param inputContext any JSON value; null if there is none
 * @param output any JSON value; null if there is none
 * @param error null if the run succeeded
 * @param durationMs milliseconds
 * @param executedBy always the nil UUID
 */
public record ExecutionLog(
        UUID id,
        UUID tenantId,
        UUID scriptId,
        UUID bindingId,
        UUID connectorId,
        int scriptVersion,
        String status,
        boolean dryRun,
        Object inputContext,
        Object output,
        String error,
        int durationMs,
        UUID executedBy,
        Instant executedAt) {}
