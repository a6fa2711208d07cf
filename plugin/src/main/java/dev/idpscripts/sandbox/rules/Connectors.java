package dev.idpscripts.sandbox.rules;

import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.store.Connector;
import dev.idpscripts.sandbox.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Connectors, and what the server asks of a new one (server.md 7). */
public final class Connectors {

    public static final List<String> TYPES = List.of("ldap", "database", "rest");

    private static final int MAX_NAME_BYTES = 255;
    /** What the configuration of each type must have as texts, and what the error calls it. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "ldap", List.of("host"), "database", List.of("driver", "host", "database"), "rest", List.of("base_url"));

    private static final Map<String, String> TYPE_NAMES =
            Map.of("ldap", "LDAP", "database", "Database", "rest", "REST");

    private final Store store;

    public Connectors(Store store) {
        this.store = store;
    }

    public Connector get(UUID id) {
        return store.connectors()
                .find(id)
                .orElseThrow(() -> ApiError.json(404, "connector_not_found", "connector not found: " + id));
    }

    public boolean isTaken(String name) {
        return store.connectors().all().anyMatch(c -> c.name().equals(name));
    }

    /**
     * Makes a connector; nothing is connected to, so it is inactive.
     *
     * @param description may be null
     */
    public Connector create(String name, String type, String description, Object config) {
        if (name.isBlank()) {
            throw invalid("Connector name cannot be empty");
        }
        if (DatabaseConstraints.utf8Length(name) > MAX_NAME_BYTES) {
            throw invalid("Connector name cannot exceed 255 characters");
        }
        if (isTaken(name)) {
            throw ApiError.json(409, "connector_name_exists", "connector name already exists: " + name);
        }
        NEEDED.get(type).forEach(field -> need(field, type, config));
        DatabaseConstraints.storable(name, description, config);
        Instant now = store.now();
        Connector connector =
                new Connector(UUID.randomUUID(), name, type, description, config, "inactive", null, null, now, now);
        store.connectors().put(connector);
        return connector;
    }

    public static ApiError invalid(String why) {
        return ApiError.json(400, "validation_error", "validation error: " + why);
    }

    private static void need(String field, String type, Object config) {
        boolean there = config instanceof Map<?, ?> map && map.get(field) instanceof String;
        if (!there) {
            String what = TYPE_NAMES.get(type) + " configuration requires '" + field + "' field";
            throw ApiError.json(400, "invalid_configuration", "invalid configuration: " + what);
        }
    }

    public void delete(Connector connector) {
        store.connectors().remove(connector);
    }
}
