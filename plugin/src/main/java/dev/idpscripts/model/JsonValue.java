package dev.idpscripts.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Any JSON value. Two are equal if they mean the same, whatever the order of keys and however numbers are written: {@code 1}
 * and {@code 1.0} are equal.
 *
 * @param value maps with text keys, lists, text, numbers, booleans, or null
 */
public record JsonValue(Object value) {

    /** JSON's null. */
    public static final JsonValue NULL = new JsonValue(null);

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonValue that && same(value, that.value);
    }

    @Override
    public int hashCode() {
        return hash(value);
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return number(a).compareTo(number(b)) == 0;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    private static int hash(Object value) {
        if (value instanceof Number n) {
            return number(n).stripTrailingZeros().hashCode();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(entry -> entry.getKey().hashCode() ^ hash(entry.getValue()))
                    .sum();
        }
        if (value instanceof List<?> list) {
            int hash = 1;
            for (Object item : list) {
                hash = 31 * hash + hash(item);
            }
            return hash;
        }
        return Objects.hashCode(value);
    }

    private static BigDecimal number(Number n) {
        return new BigDecimal(n.toString());
    }
}
