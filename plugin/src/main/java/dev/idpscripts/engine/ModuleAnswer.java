package dev.idpscripts.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An object of an answer, field by field; what is absent is empty, 0 or false. */
record ModuleAnswer(Map<?, ?> fields) {

    ModuleAnswer(Object json) {
        this((Map<?, ?>) json);
    }

    Optional<ModuleAnswer> object(String name) {
        return Optional.ofNullable(fields.get(name)).map(ModuleAnswer::new);
    }

    <T> List<T> objects(String name, Function<ModuleAnswer, T> of) {
        return list(name).stream().map(item -> of.apply(new ModuleAnswer(item))).toList();
    }

    List<?> list(String name) {
        Object value = fields.get(name);
        return value == null ? List.of() : (List<?>) value;
    }

    Object value(String name) {
        return fields.get(name);
    }

    String text(String name) {
        return (String) fields.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    int number(String name) {
        return Math.toIntExact(count(name));
    }

    long count(String name) {
        Object value = fields.get(name);
        return value == null ? 0 : ((Number) value).longValue();
    }
}
