package dev.idpscripts.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Any JSON value. Two are equal if they mean the same, whatever the order of keys and however numbers are written: {@code 1}
 * and {@code 1.0} are equal.
 *
 * @param value maps with text keys, lists, text, numbers, booleans, or null
 */
public record JsonValue(Object value) {

    /** JSON's null. */
    public static final JsonValue NULL = new JsonValue(null);

    /**
     * How far a floating point number may be from what was sent, in units of the last place: serde_json rounds up to three times where it
     * reads one, and the server reads it from the request and again from its database.
     */
    private static final int ROUNDINGS = 8;

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonValue that && same(value, that.value, JsonValue::equal);
    }

    /** Whether this is what a server that was sent it may answer with: numbers with a fraction or an exponent are doubles there. */
    public boolean isKeptAs(JsonValue there) {
        return same(value, there.value, JsonValue::kept);
    }

    @Override
    public int hashCode() {
        return hash(value);
    }

    private static boolean equal(Number a, Number b) {
        return number(a).compareTo(number(b)) == 0;
    }

    private static boolean kept(Number sent, Number there) {
        if (equal(sent, there)) {
            return true;
        }
        if (!(sent instanceof BigDecimal || sent instanceof Double)) {
            return false;
        }
        double wanted = sent.doubleValue();
        return Math.abs(wanted - there.doubleValue()) <= ROUNDINGS * Math.ulp(wanted);
    }

    private static boolean same(Object left, Object right, BiPredicate<Number, Number> numbers) {
        if (left instanceof Number a && right instanceof Number b) {
            return numbers.test(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key), numbers));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i), numbers)) {
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
