package dev.idpscripts.sandbox.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Rust's parsers of plain values; each throws an {@link IllegalArgumentException} with Rust's words. */
public final class RustParse {

    private RustParse() {}

    /** A signed whole number of so many bits. */
    public static long whole(String text, int bits) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("cannot parse integer from empty string");
        }
        if (!text.matches("[+-]?[0-9]+")) {
            throw new IllegalArgumentException("invalid digit found in string");
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() >= bits) {
            String size = value.signum() < 0 ? "small" : "large";
            throw new IllegalArgumentException("number too " + size + " to fit in target type");
        }
        return value.longValue();
    }

    static boolean truth(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException("provided string was not `true` or `false`");
        }
        return "true".equals(text);
    }

    static String word(String text, List<String> words) {
        if (!words.contains(text)) {
            String wanted = words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
            throw new IllegalArgumentException("unknown variant `" + text + "`, expected one of " + wanted);
        }
        return text;
    }
}
