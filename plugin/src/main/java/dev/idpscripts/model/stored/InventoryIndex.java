package dev.idpscripts.model.stored;

import dev.idpscripts.model.ObjectAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds what is on the server by id and by name; made once by whoever looks for many. */
public final class InventoryIndex {

    private final Map<UUID, StoredScript> scripts;
    private final Map<String, StoredScript> scriptsByName;
    private final Map<UUID, StoredTemplate> templates;
    private final Map<String, StoredTemplate> templatesByName;
    private final Map<UUID, StoredBinding> bindings;
    private final Map<UUID, StoredConnector> connectors;

    InventoryIndex(Inventory server) {
        this.scripts = by(StoredScript::id, server.scripts());
        this.scriptsByName = by(StoredScript::name, server.scripts());
        this.templates = by(StoredTemplate::id, server.templates());
        this.templatesByName = by(StoredTemplate::name, server.templates());
        this.bindings = by(StoredBinding::id, server.bindings());
        this.connectors = by(StoredConnector::id, server.connectors());
    }

    private static <K, V> Map<K, V> by(Function<V, K> key, List<V> all) {
        Map<K, V> found = new HashMap<>();
        all.forEach(each -> found.put(key.apply(each), each));
        return found;
    }

    /** The script with this id. */
    public Optional<StoredScript> script(UUID id) {
        return Optional.ofNullable(scripts.get(id));
    }

    /** The script with this name. */
    public Optional<StoredScript> script(String name) {
        return Optional.ofNullable(scriptsByName.get(name));
    }

    /** The template with this id. */
    public Optional<StoredTemplate> template(UUID id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** The template with this name. */
    public Optional<StoredTemplate> template(String name) {
        return Optional.ofNullable(templatesByName.get(name));
    }

    /** The script or template with this id. */
    public Optional<StoredNamed> named(UUID id) {
        return script(id).<StoredNamed>map(script -> script).or(() -> template(id));
    }

    /** The script or template of this name. */
    public Optional<StoredNamed> named(ObjectAddress address) {
        return address.type() == ObjectAddress.Type.SCRIPT
                ? script(address.name()).map(script -> script)
                : template(address.name()).map(template -> template);
    }

    /** The binding with this id. */
    public Optional<StoredBinding> binding(UUID id) {
        return Optional.ofNullable(bindings.get(id));
    }

    /** The name of the connector with this id; empty if it is gone. */
    public Optional<String> connector(UUID id) {
        return Optional.ofNullable(connectors.get(id)).map(StoredConnector::name);
    }
}
