package dev.idpscripts.sandbox.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/**
 * The type of a field, and how a plain value of it is read. What serde reads in another way too (a UUID has four forms) or not at
 * all is not plain.
 */
public record Kind(FromJson fromJson, FromText fromText) {

    public static final Kind TEXT = new Kind(JsonValues::text, text -> text);
    public static final Kind ID = new Kind(json -> PlainText.id(JsonValues.text(json)), PlainText::id);
    public static final Kind BOOLEAN = new Kind(Kind::truth, PlainText::truth);
    /** Read as a {@link Long}, as all whole numbers here. */
    public static final Kind I32 = new Kind(json -> PlainText.i32(number(json)), PlainText::i32);

    public static final Kind I64 = new Kind(json -> PlainText.i64(number(json)), PlainText::i64);
    /** Any JSON value; never in a query string. */
    public static final Kind ANY = new Kind(JsonValues::read, text -> {
        throw new UnsupportedOperationException("no query has such a field");
    });

    /** Reads the value that a parser has come to. */
    interface FromJson {
        Object read(JsonParser json) throws IOException;
    }

    /** Reads a text in a query string. */
    interface FromText {
        Object read(String text) throws NotPlain;
    }

    /** One of these words, case-sensitive. */
    public static Kind oneOf(List<String> words) {
        return new Kind(json -> PlainText.word(JsonValues.text(json), words), text -> PlainText.word(text, words));
    }

    private static boolean truth(JsonParser json) throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw new NotPlain(json.getText());
        }
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static String number(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new NotPlain(json.getText());
        }
        return json.getText();
    }
}
