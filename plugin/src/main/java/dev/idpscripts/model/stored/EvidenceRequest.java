package dev.idpscripts.model.stored;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What must be read besides the lists to tell who made the differences of a plan, and whether it can be carried out.
 *
 * @param histories scripts whose whole history is wanted
 * @param events scripts whose audit trail is wanted
 * @param missing names of scripts that the files declare and the server does not have: were they deleted, or renamed?
 * @param strangers scripts that no file declares: one of them may have been given another name on the server
 * @param suspects scripts that may be wedged, so that no version can be pushed to them (server.md 3.2)
 */
public record EvidenceRequest(
        List<StoredScript> histories,
        Set<UUID> events,
        Set<String> missing,
        List<StoredScript> strangers,
        List<StoredScript> suspects) {

    public EvidenceRequest {
        histories = List.copyOf(histories);
        events = Set.copyOf(events);
        missing = Set.copyOf(missing);
        strangers = List.copyOf(strangers);
        suspects = List.copyOf(suspects);
    }

    public boolean isEmpty() {
        return histories.isEmpty() && events.isEmpty() && missing.isEmpty() && suspects.isEmpty();
    }
}
