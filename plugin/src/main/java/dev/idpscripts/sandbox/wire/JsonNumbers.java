package dev.idpscripts.sandbox.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads one JSON number as serde_json does: what fits 64 bits stays whole, anything else becomes a floating point number. */
final class JsonNumbers {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final JsonScanner in;

    JsonNumbers(JsonScanner in) {
        this.in = in;
    }

    /** A {@link Long}, a {@link BigInteger} above its range, or a {@link Double}. */
    Number read() {
        int start = in.index();
        in.consume('-');
        integer();
        boolean fraction = in.consume('.');
        if (fraction) {
            fraction();
        }
        boolean exponent = in.consume('e') || in.consume('E');
        if (exponent) {
            exponent();
        }
        String text = new String(in.since(start), StandardCharsets.US_ASCII);
        return fraction || exponent || "-0".equals(text) ? floatingPoint(text) : wholeNumber(text);
    }

    private void integer() {
        int first = in.next();
        if (first == JsonScanner.END) {
            throw in.fault("EOF while parsing a value");
        }
        if (!isDigit(first)) {
            throw in.fault("invalid number");
        }
        if (first == '0' && isDigit(in.peek())) {
            throw in.faultAtPeek("invalid number");
        }
        skipDigits();
    }

    private void fraction() {
        if (in.peek() == JsonScanner.END) {
            throw in.faultAtPeek("EOF while parsing a value");
        }
        if (!isDigit(in.peek())) {
            throw in.faultAtPeek("invalid number");
        }
        skipDigits();
    }

    private void exponent() {
        if (!in.consume('+')) {
            in.consume('-');
        }
        int first = in.next();
        if (first == JsonScanner.END) {
            throw in.fault("EOF while parsing a value");
        }
        if (!isDigit(first)) {
            throw in.fault("invalid number");
        }
        skipDigits();
    }

    private void skipDigits() {
        while (isDigit(in.peek())) {
            in.next();
        }
    }

    private Number wholeNumber(String text) {
        BigInteger value = new BigInteger(text);
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX_UNSIGNED) > 0) {
            return floatingPoint(text);
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private Double floatingPoint(String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw in.fault("number out of range");
        }
        return value;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
