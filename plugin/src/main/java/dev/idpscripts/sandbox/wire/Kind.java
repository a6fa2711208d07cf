package dev.idpscripts.sandbox.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The type of a field, and how its value is read.
 *
 * @param fromJson reads the value that comes next, or throws a {@link JsonFault}
 * @param fromText reads a text in a query string, or throws an {@link IllegalArgumentException} with Rust's words
 */
public record Kind(Function<JsonScanner, Object> fromJson, Function<String, Object> fromText) {

    public static final Kind TEXT = new Kind(in -> text(in, "a string"), text -> text);
    public static final Kind ID = new Kind(Kind::id, UuidText::parse);
    public static final Kind BOOLEAN = new Kind(Kind::truth, RustParse::truth);
    /** Read as a {@link Long}, as all whole numbers here. */
    public static final Kind I32 =
            new Kind(in -> whole(in, "i32", Integer.SIZE), text -> RustParse.whole(text, Integer.SIZE));

    public static final Kind I64 =
            new Kind(in -> whole(in, "i64", Long.SIZE), text -> RustParse.whole(text, Long.SIZE));
    /** Any JSON value; never in a query string. */
    public static final Kind ANY = new Kind(in -> new JsonValues(in).read(), text -> {
        throw new UnsupportedOperationException("no query has such a field");
    });

    /** One of these words, case-sensitive. */
    public static Kind oneOf(List<String> words) {
        return new Kind(in -> word(in, words), text -> RustParse.word(text, words));
    }

    private static String text(JsonScanner in, String expected) {
        if (in.peekValue() != '"') {
            throw JsonUnexpected.insteadOf(expected, in);
        }
        return in.string();
    }

    private static Object id(JsonScanner in) {
        String text = text(in, "a UUID string");
        return positioned(in, () -> UuidText.parse(text));
    }

    private static Object word(JsonScanner in, List<String> words) {
        if (in.peekValue() != '"') {
            throw in.faultAtPeek("expected value");
        }
        String text = in.string();
        return positioned(in, () -> RustParse.word(text, words));
    }

    private static Object truth(JsonScanner in) {
        int next = in.peekValue();
        if (next != 't' && next != 'f') {
            throw JsonUnexpected.insteadOf("a boolean", in);
        }
        in.literal(next == 't' ? "true" : "false");
        return next == 't';
    }

    private static Object whole(JsonScanner in, String name, int bits) {
        int next = in.peekValue();
        if (next != '-' && (next < '0' || next > '9')) {
            throw JsonUnexpected.insteadOf(name, in);
        }
        Number number = new JsonNumbers(in).read();
        if (number instanceof Double) {
            throw in.misfit("invalid type: " + JsonUnexpected.number(number) + ", expected " + name);
        }
        if (new BigInteger(number.toString()).bitLength() >= bits) {
            throw in.misfit("invalid value: " + JsonUnexpected.number(number) + ", expected " + name);
        }
        return number.longValue();
    }

    private static Object positioned(JsonScanner in, Supplier<Object> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw in.misfit(e.getMessage());
        }
    }
}
