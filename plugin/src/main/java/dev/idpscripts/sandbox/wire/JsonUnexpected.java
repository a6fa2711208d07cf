package dev.idpscripts.sandbox.wire;

/** What serde says when another type comes than the wanted one. */
final class JsonUnexpected {

    private JsonUnexpected() {}

    /** The fault of what comes next. A plain value is consumed first, so that the position is behind it. */
    static JsonFault insteadOf(String expected, JsonScanner in) {
        return in.misfit("invalid type: " + next(in) + ", expected " + expected);
    }

    private static String next(JsonScanner in) {
        int next = in.peekValue();
        return switch (next) {
            case 'n' -> literal(in, "null", "null");
            case 't' -> literal(in, "true", "boolean `true`");
            case 'f' -> literal(in, "false", "boolean `false`");
            case '"' -> "string " + RustText.quoted(in.string());
            case '[' -> "sequence";
            case '{' -> "map";
            default -> numberOrNothing(in, next);
        };
    }

    private static String literal(JsonScanner in, String word, String name) {
        in.literal(word);
        return name;
    }

    private static String numberOrNothing(JsonScanner in, int next) {
        if (next == '-' || (next >= '0' && next <= '9')) {
            return number(new JsonNumbers(in).read());
        }
        throw in.faultAtPeek("expected value");
    }

    static String number(Number number) {
        return number instanceof Double d
                ? "floating point `" + RustText.floatingPoint(d) + "`"
                : "integer `" + number + "`";
    }
}
