package dev.idpscripts.sandbox.wire;

/** The elements of one JSON array, of which the opening bracket was consumed; the closing one is left to {@link #end}. */
final class JsonList {

    private final JsonScanner in;
    private boolean first = true;

    JsonList(JsonScanner in) {
        this.in = in;
    }

    boolean hasNext() {
        int next = in.peekPastBlanks();
        if (next == ']') {
            return false;
        }
        if (next == JsonScanner.END) {
            throw in.faultAtPeek("EOF while parsing a list");
        }
        if (!first) {
            comma();
        }
        first = false;
        return true;
    }

    private void comma() {
        if (!in.consume(',')) {
            throw in.faultAtPeek("expected `,` or `]`");
        }
        int next = in.peekPastBlanks();
        if (next == ']') {
            throw in.faultAtPeek("trailing comma");
        }
        if (next == JsonScanner.END) {
            throw in.faultAtPeek("EOF while parsing a value");
        }
    }

    void end() {
        in.peekPastBlanks();
        if (in.consume(']')) {
            return;
        }
        if (in.consume(',') && in.peekPastBlanks() == ']') {
            throw in.faultAtPeek("trailing comma");
        }
        throw in.faultAtPeek(in.peek() == JsonScanner.END ? "EOF while parsing a list" : "trailing characters");
    }
}
