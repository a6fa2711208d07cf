package dev.idpscripts.sandbox.wire;

import dev.idpscripts.sandbox.wire.Struct.Field;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a query string into the fields of a struct, as serde_urlencoded does: unknown names are ignored. */
public final class QueryString {

    private QueryString() {}

    /**
     * Reads a query string.
     *
     * @param raw still encoded; may be empty
     * @throws IllegalArgumentException with what is wrong
     */
    public static Fields read(Struct struct, String raw) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Optional<Field> field = struct.field(name);
            if (field.isPresent()) {
                rejectSecond(name, values);
                String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.put(name, field.get().kind().fromText().apply(text));
            }
        }
        struct.missing(values).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new Fields(values);
    }

    private static void rejectSecond(String name, Map<String, Object> values) {
        if (values.containsKey(name)) {
            throw new IllegalArgumentException(Struct.duplicate(name));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
