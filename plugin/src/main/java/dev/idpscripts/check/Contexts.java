package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Contexts that give the same result each time. */
final class Contexts {

    /** In place of the ids that the server draws at random where a context names none (server.md 4.2). */
    static final UUID CONNECTOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final Set<String> IDS = Set.of("connector_id", "user_id");

    /** The forms of an id that the server reads (server.md 2.3); anything else counts as none. */
    private static final Pattern ID;

    static {
        String hyphenated = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
        ID = Pattern.compile("\\p{XDigit}{32}|" + hyphenated + "|urn:uuid:" + hyphenated + "|\\{" + hyphenated + "\\}");
    }

    private Contexts() {}

    /** The context with ids where it names none that the server would read. */
    static JsonValue fixed(JsonValue context) {
        if (!(context.value() instanceof Map<?, ?> given)) {
            return context;
        }
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put("connector_id", CONNECTOR.toString());
        fixed.put("user_id", USER.toString());
        given.forEach((key, value) -> {
            if (!IDS.contains(key)
                    || (value instanceof String id && ID.matcher(id).matches())) {
                fixed.put(key.toString(), value);
            }
        });
        return new JsonValue(fixed);
    }
}
