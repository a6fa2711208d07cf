package dev.idpscripts.sandbox.wire;

import java.util.Arrays;

/**
 * Walks over a JSON text as serde_json does, byte by byte, so that its errors come at the same place with the same words:
 * a general parser reads ahead and cannot say where serde would have stopped. Columns count the bytes consumed in the line.
 */
final class JsonScanner {

    /** What {@link #peek} gives after the last byte. */
    static final int END = -1;

    private final byte[] bytes;
    private int index;

    JsonScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    int peek() {
        return index < bytes.length ? bytes[index] & 0xff : END;
    }

    /** The next byte that is not blank, not consumed. */
    int peekPastBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') {
            index++;
        }
        return peek();
    }

    /** As {@link #peekPastBlanks}, where a value must come. */
    int peekValue() {
        int next = peekPastBlanks();
        if (next == END) {
            throw faultAtPeek("EOF while parsing a value");
        }
        return next;
    }

    int next() {
        int next = peek();
        index = Math.min(bytes.length, index + 1);
        return next;
    }

    boolean consume(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            index++;
        }
        return found;
    }

    /** Consumes {@code null}, {@code true} or {@code false}, of which the first letter was seen. */
    void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            int next = next();
            if (next == END) {
                throw fault("EOF while parsing a value");
            }
            if (next != word.charAt(i)) {
                throw fault("expected ident");
            }
        }
    }

    /** Consumes a text of which the opening quote was seen. */
    String string() {
        return new JsonStrings(this).read();
    }

    int index() {
        return index;
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, index);
    }

    /** A syntax error of what was consumed. */
    JsonFault fault(String what) {
        return JsonFault.syntax(what + position(index));
    }

    /** A syntax error of the byte that comes next. */
    JsonFault faultAtPeek(String what) {
        return JsonFault.syntax(what + position(Math.min(bytes.length, index + 1)));
    }

    /** A value that is JSON but not the wanted one. */
    JsonFault misfit(String what) {
        return JsonFault.data(what + position(index));
    }

    private String position(int at) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return " at line " + line + " column " + (at - start);
    }
}
