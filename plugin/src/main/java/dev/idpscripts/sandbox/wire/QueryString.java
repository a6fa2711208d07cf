package dev.idpscripts.sandbox.wire;

import dev.idpscripts.sandbox.wire.Struct.Field;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a query string into the fields of a struct; unknown ones are ignored. */
final class QueryString {

    private static final Pattern ENCODED = Pattern.compile("(?:[^%]++|%[0-9a-fA-F]{2})*+");
    private static final String REPLACED = "\uFFFD";

    private QueryString() {}

    static Fields read(Struct struct, String query) throws NotPlain {
        Map<String, Object> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Optional<Field> field = struct.field(name);
            if (field.isPresent()) {
                String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (values.put(name, field.get().kind().fromText().read(text)) != null) {
                    throw new NotPlain(name);
                }
            }
        }
        return struct.filled(values);
    }

    /** If it is UTF-8. */
    private static String decoded(String text) throws NotPlain {
        if (!ENCODED.matcher(text).matches()) {
            throw new NotPlain(text);
        }
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (decoded.contains(REPLACED)) {
            throw new NotPlain(text);
        }
        return decoded;
    }
}
