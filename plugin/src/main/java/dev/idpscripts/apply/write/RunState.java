package dev.idpscripts.apply.write;

import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a run has learned from the server's answers: ids that did not exist before, and what is needed to undo. */
public final class RunState {

    private final Map<String, UUID> created = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> remade = new ConcurrentHashMap<>();
    private final Map<UUID, StoredVersion> deleted = new ConcurrentHashMap<>();
    private final IdentityHashMap<Object, Integer> pushed = new IdentityHashMap<>();
    private final IdentityHashMap<Object, UUID> made = new IdentityHashMap<>();

    public void created(String script, UUID id) {
        created.put(script, id);
    }

    /** The id of a script that this run made; empty if it did not, or never heard the id. */
    public Optional<UUID> created(String script) {
        return Optional.ofNullable(created.get(script));
    }

    /** The id of a script: of the stored one, or of the one made in this run. */
    public Optional<UUID> id(Optional<StoredScript> current, String name) {
        return current.map(StoredScript::id).or(() -> created(name));
    }

    /** A script that was deleted and made again by undoing. */
    public void remade(UUID old, UUID fresh) {
        remade.put(old, fresh);
    }

    /** The id under which a script is there now. */
    public UUID now(UUID id) {
        return remade.getOrDefault(id, id);
    }

    /** The last version of a script that is about to be deleted. */
    void deleting(UUID script, StoredVersion version) {
        deleted.put(script, version);
    }

    public Optional<StoredVersion> deleted(UUID script) {
        return Optional.ofNullable(deleted.get(script));
    }

    public synchronized void pushed(Object change, int version) {
        pushed.put(change, version);
    }

    /** The number under which a change's body was stored; empty if that was never heard. */
    public synchronized Optional<Integer> pushed(Object change) {
        return Optional.ofNullable(pushed.get(change));
    }

    /** The id of a binding or template that a change made. */
    public synchronized void made(Object change, UUID id) {
        made.put(change, id);
    }

    public synchronized Optional<UUID> made(Object change) {
        return Optional.ofNullable(made.get(change));
    }
}
