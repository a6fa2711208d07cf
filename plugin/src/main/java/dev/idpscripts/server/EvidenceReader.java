package dev.idpscripts.server;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Evidence;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import dev.idpscripts.server.http.Parallel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads histories and the audit trail, as far as a plan asks for them. */
final class EvidenceReader {

    /** The trail grows for ever; what happened longer ago than this many events of a kind is not found. */
    private static final int MOST_EVENTS = 10 * Caller.PAGE_SIZE;

    private final Server server;
    private final Expect trail;

    /** @param trail whether the trail of all scripts has entries */
    EvidenceReader(Server server, Expect trail) {
        this.server = server;
        this.trail = trail;
    }

    /** Those undeclared scripts that were ever given another name or description. */
    List<StoredScript> renamed(EvidenceRequest questions) {
        if (questions.strangers().isEmpty()) {
            return List.of();
        }
        Set<UUID> updated = new HashSet<>();
        events("updated").forEach(event -> updated.add(event.scriptId()));
        return questions.strangers().stream()
                .filter(script -> updated.contains(script.id()))
                .toList();
    }

    /**
     * Reads what is asked for.
     *
     * @param renamed scripts whose audit trail is wanted too
     */
    Evidence read(EvidenceRequest questions, List<StoredScript> renamed, Parallel parallel) {
        List<AuditEvent> deletions = questions.missing().isEmpty()
                ? List.of()
                : events("deleted").stream()
                        .filter(event -> event.detail("script_name")
                                .filter(questions.missing()::contains)
                                .isPresent())
                        .toList();
        Set<UUID> asked = new HashSet<>(questions.events());
        renamed.forEach(script -> asked.add(script.id()));
        deletions.forEach(event -> asked.add(event.scriptId()));
        Map<UUID, List<AuditEvent>> events = new ConcurrentHashMap<>();
        parallel.each(List.copyOf(asked), id -> events.put(id, server.insight().audit(id, null, 0)));
        // Whose a script is that somebody renamed, its current version does not tell if somebody pushed that too.
        List<StoredScript> followed = renamed.stream()
                .filter(script -> wasPushed(events.get(script.id())))
                .toList();
        Map<UUID, List<StoredVersion>> histories = new ConcurrentHashMap<>();
        parallel.each(
                Stream.of(questions.histories(), followed)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                script -> histories.put(script.id(), server.versions().all(script.id(), script.name())));
        Map<UUID, StoredVersion> wedged = new ConcurrentHashMap<>();
        parallel.each(
                questions.suspects(), script -> stuck(script).ifPresent(version -> wedged.put(script.id(), version)));
        return new Evidence(histories, events, deletions, wedged);
    }

    /** Whether this plugin ever pushed a version. */
    private static boolean wasPushed(List<AuditEvent> events) {
        return events.stream()
                .flatMap(event -> event.detail("change_description").stream())
                .anyMatch(text -> Provenance.parse(text).isPresent());
    }

    /** A version above the current one; read again, because between the two readings somebody may have pushed it. */
    private Optional<StoredVersion> stuck(StoredScript script) {
        int next = script.currentVersion() + 1;
        return server.versions()
                .unlikely(script.id(), script.name(), next)
                .filter(version ->
                        server.scripts().get(script.id(), script.name()).currentVersion() < next);
    }

    /** The newest of one kind, over all scripts. */
    private List<AuditEvent> events(String action) {
        return server.insight().events(null, action, trail).limit(MOST_EVENTS).toList();
    }
}
