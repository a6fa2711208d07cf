package dev.idpscripts.model.stored;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What must be read besides the lists to tell who made the differences of a plan.
 *
 * @param histories scripts whose whole history is wanted
 * @param events scripts whose audit trail is wanted
 * @param missing names of scripts that the files declare and the server does not have: were they deleted, or renamed?
 * @param strangers scripts that no file declares: one of them may have been given another name on the server
 */
public record Questions(
        List<StoredScript> histories, Set<UUID> events, Set<String> missing, List<StoredScript> strangers) {

    public Questions {
        histories = List.copyOf(histories);
        events = Set.copyOf(events);
        missing = Set.copyOf(missing);
        strangers = List.copyOf(strangers);
    }

    public boolean isEmpty() {
        return histories.isEmpty() && events.isEmpty() && missing.isEmpty();
    }
}
