package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scripts with their versions, as the database keeps them together (server.md 3.1 and 3.2). */
public final class Scripts {

    private final Store store;
    private final Bindings bindings;
    private final Logs logs;

    public Scripts(Store store, Bindings bindings, Logs logs) {
        this.store = store;
        this.bindings = bindings;
        this.logs = logs;
    }

    public StoredScript get(UUID id) {
        return store.scripts().find(id).orElseThrow(() -> ApiError.noScript(id));
    }

    public StoredVersion version(UUID script, int number) {
        return findVersion(script, number)
                .orElseThrow(
                        () -> ApiError.notFound("Script version not found: script=" + script + ", version=" + number));
    }

    public Optional<StoredVersion> findVersion(UUID script, int number) {
        return store.versions().find(Store.versionKey(script, number));
    }

    /** Ascending. */
    public List<StoredVersion> versions(UUID script) {
        return store.versions().startingWith(Store.versionKeys(script));
    }

    /** Makes a draft with its first version. */
    public StoredScript create(String name, Optional<String> description, String body, Principal by) {
        DatabaseConstraints.name(name);
        DatabaseConstraints.storable(description, body);
        DatabaseConstraints.unique(named(name));
        UUID id = UUID.randomUUID();
        Instant now = store.now();
        StoredScript script = new StoredScript(
                id, store.tenant(), name, description.orElse(null), 1, ScriptStatus.DRAFT, false, by.id(), now, now);
        store.scripts().put(script);
        putVersion(id, 1, body, "Initial version", by);
        return script;
    }

    /** Changes what is given and leaves the rest. */
    public StoredScript update(StoredScript script, Optional<String> name, Optional<String> description) {
        name.ifPresent(DatabaseConstraints::name);
        DatabaseConstraints.storable(description);
        DatabaseConstraints.unique(name.flatMap(this::named).filter(s -> !s.id().equals(script.id())));
        return replace(
                script,
                name.orElse(script.name()),
                description.orElse(script.description()),
                script.currentVersion(),
                script.status());
    }

    private Optional<StoredScript> named(String name) {
        return store.scripts().all().filter(s -> s.name().equals(name)).findFirst();
    }

    public StoredScript withStatus(StoredScript script, ScriptStatus status) {
        return replace(script, script.name(), script.description(), script.currentVersion(), status);
    }

    /**
     * Adds a version and makes it the current one.
     *
     * @param changeDescription may be null
     */
    public StoredVersion push(StoredScript script, String body, String changeDescription, Principal by) {
        DatabaseConstraints.storable(body, changeDescription);
        int number = script.currentVersion() + 1;
        // There is one already if the script is wedged: then every further push fails, for ever (server.md 3.2).
        DatabaseConstraints.unique(findVersion(script.id(), number));
        StoredVersion version = putVersion(script.id(), number, body, changeDescription, by);
        replace(script, script.name(), script.description(), number, script.status());
        return version;
    }

    private StoredVersion putVersion(UUID script, int number, String body, String changeDescription, Principal by) {
        StoredVersion version =
                new StoredVersion(UUID.randomUUID(), script, number, body, changeDescription, by.id(), store.now());
        store.versions().put(version);
        return version;
    }

    private StoredScript replace(
            StoredScript old, String name, String description, int currentVersion, ScriptStatus status) {
        StoredScript changed = new StoredScript(
                old.id(),
                old.tenantId(),
                name,
                description,
                currentVersion,
                status,
                old.isSystem(),
                old.createdBy(),
                old.createdAt(),
                store.now());
        store.scripts().put(changed);
        return changed;
    }

    /** Deletes the script with its versions and bindings; logs stay but forget whose they were (server.md 3.1). */
    public void delete(StoredScript script) {
        store.scripts().remove(script);
        versions(script.id()).forEach(store.versions()::remove);
        bindings.of(script.id()).forEach(bindings::delete);
        logs.forgetScript(script.id());
    }
}
