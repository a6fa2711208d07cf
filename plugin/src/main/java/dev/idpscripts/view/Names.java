package dev.idpscripts.view;

import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The names of things of which logs and events know only the id.
 *
 * @param scripts by id
 * @param connectors by id
 * @param bindings where they are, by id
 */
public record Names(Map<UUID, String> scripts, Map<UUID, String> connectors, Map<UUID, String> bindings) {

    private static final UUID NOTHING = new UUID(0, 0);

    /** Of all that is on the server now. */
    public static Names of(Inventory server) {
        Map<UUID, String> connectors =
                server.connectors().stream().collect(Collectors.toMap(StoredConnector::id, StoredConnector::name));
        return new Names(
                server.scripts().stream().collect(Collectors.toMap(StoredScript::id, StoredScript::name)),
                connectors,
                server.bindings().stream()
                        .collect(Collectors.toMap(
                                StoredBinding::id,
                                b -> connectors.getOrDefault(b.connectorId(), "deleted") + ", " + b.hook() + ", order "
                                        + b.executionOrder())));
    }

    String script(UUID id) {
        return name(scripts, id);
    }

    String connector(UUID id) {
        return name(connectors, id);
    }

    String binding(UUID id) {
        return name(bindings, id);
    }

    /** Null for nothing; {@code deleted} and the id for what is not there any more. */
    private static String name(Map<UUID, String> names, UUID id) {
        if (id == null) {
            return null;
        }
        if (id.equals(NOTHING)) {
            return "deleted";
        }
        return Optional.ofNullable(names.get(id)).orElse("deleted " + CellText.id(id));
    }
}
