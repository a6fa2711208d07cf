package dev.idpscripts.workspace.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The texts in a plain JSON value. */
public final class Texts {

    private Texts() {}

    /** The same value with each text changed; keys stay. */
    public static Object map(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(map(item, change)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key.toString(), map(inner, change)));
            return copy;
        }
        return value;
    }

    /** A value that is known to be a mapping. */
    public static Map<String, Object> object(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, inner) -> copy.put(key.toString(), inner));
        return copy;
    }
}
