package dev.idpscripts.sandbox.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request's JSON body or query string is made of; the same as the struct of this name in the engine's
 * {@code shapes.rs}.
 *
 * @param fields in any order
 */
public record Struct(String name, List<Field> fields) {

    /**
     * One field.
     *
     * @param required if not, leaving it out and giving null mean the same
     */
    public record Field(String name, Kind kind, boolean required) {}

    public static Struct of(String name, Field... fields) {
        return new Struct(name, Arrays.asList(fields));
    }

    public static Field required(String name, Kind kind) {
        return new Field(name, kind, true);
    }

    public static Field optional(String name, Kind kind) {
        return new Field(name, kind, false);
    }

    Optional<Field> field(String wanted) {
        return fields.stream().filter(f -> f.name().equals(wanted)).findFirst();
    }

    /** These values, if no required one is missing. */
    Fields filled(Map<String, Object> values) throws NotPlain {
        for (Field field : fields) {
            if (field.required() && !values.containsKey(field.name())) {
                throw new NotPlain(field.name());
            }
        }
        return new Fields(values);
    }
}
