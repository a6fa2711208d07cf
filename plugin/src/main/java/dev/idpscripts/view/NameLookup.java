package dev.idpscripts.view;

import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Optional;
import java.util.UUID;

/** The names of things of which logs and events know only the id. */
public final class NameLookup {

    private static final UUID NOTHING = new UUID(0, 0);

    private final InventoryIndex index;

    private NameLookup(InventoryIndex index) {
        this.index = index;
    }

    /** Of all that is on the server now. */
    public static NameLookup of(Inventory server) {
        return new NameLookup(server.index());
    }

    String script(UUID id) {
        return name(index.script(id).map(StoredScript::name), id);
    }

    String connector(UUID id) {
        return name(index.connector(id), id);
    }

    String binding(UUID id) {
        return name(
                index.binding(id)
                        .map(b -> index.connector(b.connectorId()).orElse("deleted") + ", " + b.hook() + ", order "
                                + b.executionOrder()),
                id);
    }

    /** Null for nothing; {@code deleted} and the id for what is not there any more. */
    private static String name(Optional<String> name, UUID id) {
        if (id == null) {
            return null;
        }
        return name.orElseGet(() -> id.equals(NOTHING) ? "deleted" : "deleted " + CellText.id(id));
    }
}
