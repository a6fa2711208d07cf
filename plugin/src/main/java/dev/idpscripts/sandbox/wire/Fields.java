package dev.idpscripts.sandbox.wire;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The values of a request's fields, by name; each has the type that its {@link Kind} reads.
 *
 * @param values an optional field that was not given is missing, or null
 */
public record Fields(Map<String, Object> values) {

    public String text(String name) {
        return (String) values.get(name);
    }

    public UUID id(String name) {
        return (UUID) values.get(name);
    }

    /** A number of kind {@link Kind#I32}. */
    public int number(String name) {
        return Math.toIntExact((Long) values.get(name));
    }

    public Object any(String name) {
        return values.get(name);
    }

    public <T> Optional<T> optional(String name, Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(name)));
    }

    public Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    public Optional<UUID> optionalId(String name) {
        return optional(name, UUID.class);
    }

    /** A number of kind {@link Kind#I32}. */
    public Optional<Integer> optionalNumber(String name) {
        return optionalLong(name).map(Math::toIntExact);
    }

    public Optional<Long> optionalLong(String name) {
        return optional(name, Long.class);
    }
}
