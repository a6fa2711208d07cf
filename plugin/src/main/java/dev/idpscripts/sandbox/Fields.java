package dev.idpscripts.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The values of a request's fields, by name; each has the type that its {@link Kind} reads.
 *
 * @param values an optional field that was not given is missing, or null
 */
record Fields(Map<String, Object> values) {

    String text(String name) {
        return (String) values.get(name);
    }

    UUID id(String name) {
        return (UUID) values.get(name);
    }

    /** A number of kind {@link Kind#I32}. */
    int number(String name) {
        return Math.toIntExact((Long) values.get(name));
    }

    Object any(String name) {
        return values.get(name);
    }

    <T> Optional<T> optional(String name, Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(name)));
    }

    Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    Optional<UUID> optionalId(String name) {
        return optional(name, UUID.class);
    }

    /** A number of kind {@link Kind#I32}. */
    Optional<Integer> optionalNumber(String name) {
        return optionalLong(name).map(Math::toIntExact);
    }

    Optional<Long> optionalLong(String name) {
        return optional(name, Long.class);
    }
}
