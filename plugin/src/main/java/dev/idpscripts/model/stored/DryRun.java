package dev.idpscripts.model.stored;

/**
 * What a dry run gave; a failed script is an answer too (server.md 4.3).
 *
 * @param output a JSON object with {@code modified_attributes} and {@code output_variables}; null if it failed
 * @param error null if it succeeded
 * @param durationMs milliseconds
 */
public record DryRun(boolean success, Object output, String error, long durationMs) {}
