package dev.idpscripts.sandbox.wire;

/** The entries of one JSON object, of which the opening brace was consumed; the closing one is left to {@link #end}. */
final class JsonMap {

    private final JsonScanner in;
    private boolean first = true;

    JsonMap(JsonScanner in) {
        this.in = in;
    }

    boolean hasNext() {
        int next = in.peekPastBlanks();
        if (next == '}') {
            return false;
        }
        if (next == JsonScanner.END) {
            throw unreadable(in.faultAtPeek("EOF while parsing an object"));
        }
        if (!first) {
            comma();
        }
        first = false;
        if (in.peek() != '"') {
            throw unreadable(in.faultAtPeek("key must be a string"));
        }
        return true;
    }

    private void comma() {
        if (!in.consume(',')) {
            throw unreadable(in.faultAtPeek("expected `,` or `}`"));
        }
        int next = in.peekPastBlanks();
        if (next == '}') {
            throw unreadable(in.faultAtPeek("trailing comma"));
        }
        if (next == JsonScanner.END) {
            throw unreadable(in.faultAtPeek("EOF while parsing a value"));
        }
    }

    String key() {
        try {
            return in.string();
        } catch (JsonFault e) {
            throw unreadable(e);
        }
    }

    void colon() {
        int next = in.peekPastBlanks();
        if (next == JsonScanner.END) {
            throw in.faultAtPeek("EOF while parsing an object");
        }
        if (!in.consume(':')) {
            throw in.faultAtPeek("expected `:`");
        }
    }

    /** Consumes what there is of the end; serde does so even when it has a fault to tell, which moves the fault's column. */
    void end() {
        in.peekPastBlanks();
        in.consume('}');
    }

    private static JsonFault unreadable(JsonFault fault) {
        return fault.in(".?");
    }
}
