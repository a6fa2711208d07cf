package dev.idpscripts.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads one JSON text; see {@link JsonScanner}. */
final class JsonStrings {

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final JsonScanner in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    JsonStrings(JsonScanner in) {
        this.in = in;
    }

    String read() {
        in.next();
        while (true) {
            int next = nextInString();
            if (next == '"') {
                return decoded();
            }
            if (next == '\\') {
                escape();
            } else if (next < 0x20) {
                throw in.fault("control character (\\u0000-\\u001F) found while parsing a string");
            } else {
                out.write(next);
            }
        }
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw in.fault("invalid unicode code point");
        }
    }

    private void escape() {
        int next = nextInString();
        int simple = ESCAPES.indexOf(next);
        if (simple >= 0) {
            out.write(ESCAPED.charAt(simple));
        } else if (next == 'u') {
            out.writeBytes(Character.toString(codePoint()).getBytes(StandardCharsets.UTF_8));
        } else {
            throw in.fault("invalid escape");
        }
    }

    private int codePoint() {
        char first = hexEscape();
        if (Character.isLowSurrogate(first)) {
            throw in.fault("lone leading surrogate in hex escape");
        }
        if (!Character.isHighSurrogate(first)) {
            return first;
        }
        expectAfterSurrogate('\\');
        expectAfterSurrogate('u');
        char second = hexEscape();
        if (!Character.isLowSurrogate(second)) {
            throw in.fault("lone leading surrogate in hex escape");
        }
        return Character.toCodePoint(first, second);
    }

    private void expectAfterSurrogate(char wanted) {
        if (nextInString() != wanted) {
            throw in.fault("unexpected end of hex escape");
        }
    }

    private char hexEscape() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit((char) nextInString(), 16);
            if (digit < 0) {
                throw in.fault("invalid escape");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private int nextInString() {
        if (in.peek() == JsonScanner.END) {
            throw in.fault("EOF while parsing a string");
        }
        return in.next();
    }
}
