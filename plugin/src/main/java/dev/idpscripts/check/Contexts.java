package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Contexts that give the same result each time. */
final class Contexts {

    /** In place of the ids that the server draws at random where a context names none (server.md 4.2). */
    static final UUID CONNECTOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private Contexts() {}

    /** The context with ids where it names none. */
    static JsonValue fixed(JsonValue context) {
        if (!(context.value() instanceof Map<?, ?> given)) {
            return context;
        }
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put("connector_id", CONNECTOR.toString());
        fixed.put("user_id", USER.toString());
        given.forEach((key, value) -> fixed.put(key.toString(), value));
        return new JsonValue(fixed);
    }
}
