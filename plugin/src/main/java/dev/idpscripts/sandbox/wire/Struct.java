package dev.idpscripts.sandbox.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request's JSON body or query string is made of, as serde knows it: a Rust struct.
 *
 * @param name the struct's name, which stands in error messages
 * @param fields in the struct's order
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

    /** What is wrong if required fields are missing: the first of them. */
    Optional<String> missing(Map<String, Object> values) {
        return fields.stream()
                .filter(f -> f.required() && !values.containsKey(f.name()))
                .map(f -> "missing field `" + f.name() + "`")
                .findFirst();
    }

    /** What is wrong if a field comes twice. */
    static String duplicate(String name) {
        return "duplicate field `" + name + "`";
    }

    /** As serde names the struct when it wants it and gets an array that is too short. */
    String withSize() {
        return "struct " + name + " with " + fields.size() + (fields.size() == 1 ? " element" : " elements");
    }
}
