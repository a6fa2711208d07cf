package dev.idpscripts.model.stored;

import dev.idpscripts.model.ObjectCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was on the server when it was read.
 *
 * @param connectors all of the tenant
 * @param scripts all of the tenant
 * @param bindings all of the tenant
 * @param templates all of the tenant
 * @param current the current version of each script whose body matters to the plan, by script id; missing if the server
 *     has no such row
 * @param evidence what tells who made the differences; nothing before they are known
 */
public record Inventory(
        List<StoredConnector> connectors,
        List<StoredScript> scripts,
        List<StoredBinding> bindings,
        List<StoredTemplate> templates,
        Map<UUID, StoredVersion> current,
        Evidence evidence) {

    public Inventory {
        connectors = List.copyOf(connectors);
        scripts = List.copyOf(scripts);
        bindings = List.copyOf(bindings);
        templates = List.copyOf(templates);
        current = Map.copyOf(current);
    }

    /** The same, with what tells who made the differences. */
    public Inventory with(Map<UUID, StoredVersion> versions, Evidence found) {
        return new Inventory(connectors, scripts, bindings, templates, versions, found);
    }

    /** Everything by id and by name. */
    public InventoryIndex index() {
        return new InventoryIndex(this);
    }

    public ObjectCounts size() {
        return new ObjectCounts(scripts.size(), bindings.size(), templates.size());
    }
}
