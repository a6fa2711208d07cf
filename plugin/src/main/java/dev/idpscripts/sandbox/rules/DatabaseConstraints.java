package dev.idpscripts.sandbox.rules;

import dev.idpscripts.sandbox.http.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL refuses; the server answers all of it with the same 500 (server.md 2.3). */
public final class DatabaseConstraints {

    /** Characters, not bytes. */
    private static final int MAX_NAME = 255;

    private DatabaseConstraints() {}

    /** Refuses texts with U+0000, also inside JSON values. */
    static void storable(Object... values) {
        for (Object value : values) {
            if (hasNul(value)) {
                throw ApiError.database();
            }
        }
    }

    private static boolean hasNul(Object value) {
        if (value instanceof String text) {
            return text.indexOf('\0') >= 0;
        }
        if (value instanceof Optional<?> optional) {
            return optional.filter(DatabaseConstraints::hasNul).isPresent();
        }
        if (value instanceof Map<?, ?> map) {
            return hasNul(map.keySet()) || hasNul(map.values());
        }
        return value instanceof Collection<?> list && list.stream().anyMatch(DatabaseConstraints::hasNul);
    }

    static void name(String name) {
        storable(name);
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw ApiError.database();
        }
    }

    /**
     * Refuses what must be the only one of its kind.
     *
     * @param other another row that has it already
     */
    static void unique(Optional<?> other) {
        if (other.isPresent()) {
            throw ApiError.database();
        }
    }

    static void range(int value, int min, int max) {
        if (value < min || value > max) {
            throw ApiError.database();
        }
    }

    /** The unit of the server's limits. */
    public static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
