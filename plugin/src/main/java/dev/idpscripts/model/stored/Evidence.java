package dev.idpscripts.model.stored;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What tells who made a difference; read only for what differs.
 *
 * @param histories all versions, newest first, of scripts whose current version this repository did not push
 * @param events the newest audit events, newest first, by script id; an entry without events says that there are none
 * @param deletions the newest deletions of scripts, newest first
 * @param wedged the version of each wedged script that was stored but never became current, by script id (server.md 3.2)
 */
public record Evidence(
        Map<UUID, List<StoredVersion>> histories,
        Map<UUID, List<AuditEvent>> events,
        List<AuditEvent> deletions,
        Map<UUID, StoredVersion> wedged) {

    /** Nothing was asked. */
    public static final Evidence NONE = new Evidence(Map.of(), Map.of(), List.of(), Map.of());

    public Evidence {
        histories = Map.copyOf(histories);
        events = Map.copyOf(events);
        deletions = List.copyOf(deletions);
        wedged = Map.copyOf(wedged);
    }
}
