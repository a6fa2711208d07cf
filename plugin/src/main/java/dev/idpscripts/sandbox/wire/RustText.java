package dev.idpscripts.sandbox.wire;

import java.math.BigDecimal;
import java.util.Locale;

/** How Rust prints values inside its error messages. */
public final class RustText {

    private RustText() {}

    /** A text in quotes, as {@code {:?}} shows it. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> out.append(escaped(c)));
        return out.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0 -> "\\0";
            default -> Character.isISOControl(c) ? "\\u{" + Integer.toHexString(c) + "}" : Character.toString(c);
        };
    }

    /** A floating point number as serde_json writes it: always with a point, or from 1e16 and below 1e-5 with an exponent. */
    static String floatingPoint(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-5 || size >= 1e16)) {
            return Double.toString(value).replace(".0E", "E").toLowerCase(Locale.ROOT);
        }
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        return (size == 0 && 1 / value < 0 ? "-" : "") + (plain.contains(".") ? plain : plain + ".0");
    }
}
