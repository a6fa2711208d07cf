package dev.idpscripts.testing;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Evidence;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a server holds, and what it tells of who did it: for tests of attribution. Scripts are called by the names they were made with. */
public final class KnownServer {

    /** In whose name this repository pushes. */
    public static final UUID US = FakeServer.TENANT;

    public static final UUID THEM = FakeServer.id("somebody else");

    private final Inventory server;
    private final Map<UUID, StoredVersion> current = new HashMap<>();
    private final Map<UUID, List<StoredVersion>> histories = new HashMap<>();
    private final Map<UUID, List<AuditEvent>> events = new HashMap<>();
    private final List<AuditEvent> deletions = new ArrayList<>();
    private int made;
    private int changed;

    public KnownServer(FakeServer server) {
        this.server = server.inventory();
        current.putAll(this.server.current());
    }

    /** So many days after everything was made. */
    public static Instant day(int n) {
        return Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofDays(n));
    }

    /** A version that somebody pushed by hand, on the day of its number. */
    public static StoredVersion theirs(String script, int number, String body) {
        return version(script, number, body, "quick fix", THEM);
    }

    /** A version that a repository pushed, on the day of its number. */
    public static StoredVersion pushed(String script, int number, String body, String repository, String commit) {
        String label = Provenance.of("work", repository, commit, new Body(body)).format();
        return version(script, number, body, label, FakeServer.REPOSITORY.equals(repository) ? US : THEM);
    }

    public static StoredVersion version(String script, int number, String body, String label, UUID by) {
        UUID id = FakeServer.id(script);
        return new StoredVersion(FakeServer.id(script + " " + number), id, number, body, label, by, day(number));
    }

    /** All versions of a script, newest first; the first one is current. */
    public KnownServer versions(String script, StoredVersion... newestFirst) {
        histories.put(FakeServer.id(script), List.of(newestFirst));
        return current(newestFirst[0]);
    }

    /** The current version, where nothing else was read. */
    public KnownServer current(StoredVersion version) {
        current.put(version.scriptId(), version);
        return this;
    }

    /** Says that the audit trail of a script was read; it is empty unless something is told of it. */
    public KnownServer trail(String script) {
        events.computeIfAbsent(FakeServer.id(script), id -> new ArrayList<>());
        return this;
    }

    /** Somebody did something to a script, later than all that was told before; details as key, value, key, value. */
    public KnownServer did(UUID who, String action, String script, int day, Object... details) {
        trail(script);
        events.get(FakeServer.id(script)).add(0, event(who, action, script, day, details));
        return this;
    }

    /** Somebody deleted a script. */
    public KnownServer deleted(UUID who, String script, int day) {
        deletions.add(0, event(who, "deleted", script, day, "script_name", script));
        return this;
    }

    private static AuditEvent event(UUID who, String action, String script, int day, Object... details) {
        Map<String, Object> told = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            told.put((String) details[i], details[i + 1].toString());
        }
        return new AuditEvent(UUID.randomUUID(), FakeServer.TENANT, FakeServer.id(script), action, who, told, day(day));
    }

    /** When all bindings and templates were made, and changed last. */
    public KnownServer changed(int madeOn, int changedOn) {
        made = madeOn;
        changed = changedOn;
        return this;
    }

    public Inventory inventory() {
        return new Inventory(
                server.connectors(),
                server.scripts().stream().map(this::numbered).toList(),
                server.bindings().stream().map(this::dated).toList(),
                server.templates().stream().map(this::dated).toList(),
                current,
                new Evidence(histories, events, deletions, Map.of()));
    }

    private StoredScript numbered(StoredScript s) {
        int number = current.containsKey(s.id()) ? current.get(s.id()).versionNumber() : s.currentVersion();
        return new StoredScript(
                s.id(), s.tenantId(), s.name(), s.description(), number, s.status(), s.isSystem(), US, day(0), day(0));
    }

    private StoredBinding dated(StoredBinding b) {
        return new StoredBinding(
                b.id(),
                b.tenantId(),
                b.scriptId(),
                b.connectorId(),
                b.hookPhase(),
                b.operationType(),
                b.executionOrder(),
                b.failurePolicy(),
                b.maxRetries(),
                b.timeoutSeconds(),
                b.enabled(),
                US,
                day(made),
                day(changed));
    }

    private StoredTemplate dated(StoredTemplate t) {
        return new StoredTemplate(
                t.id(),
                t.tenantId(),
                t.name(),
                t.description(),
                t.category(),
                t.templateBody(),
                t.placeholderAnnotations(),
                t.isSystem(),
                THEM,
                day(made),
                day(changed));
    }
}
