package dev.idpscripts.sandbox.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Any JSON value, as serde_json holds it: what fits 64 bits stays whole, anything else becomes a floating point number. Maps,
 * lists, texts, {@link Long}, {@link BigInteger}, {@link Double}, booleans and null. Keys come out sorted and the last of equal
 * ones wins, as in the recorded answers.
 */
final class JsonValues {

    private JsonValues() {}

    /** The value that the parser has come to. */
    static Object read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> map(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> text(json);
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> floatingPoint(json);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static SortedMap<String, Object> map(JsonParser json) throws IOException {
        SortedMap<String, Object> map = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = wellFormed(json.currentName());
            json.nextToken();
            map.put(key, read(json));
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private static List<Object> list(JsonParser json) throws IOException {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(json));
        }
        return Collections.unmodifiableList(list);
    }

    static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new NotPlain(json.getText());
        }
        return wellFormed(json.getText());
    }

    /** Jackson takes half of a surrogate pair, if it is escaped. */
    static String wellFormed(String text) throws NotPlain {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new NotPlain(text);
        }
        return text;
    }

    private static Number whole(JsonParser json) throws IOException {
        BigInteger value = json.getBigIntegerValue();
        if (value.bitLength() < Long.SIZE && !"-0".equals(json.getText())) {
            return value.longValue();
        }
        if (value.bitLength() > Long.SIZE || value.signum() <= 0) {
            throw new NotPlain(json.getText());
        }
        return value;
    }

    private static Double floatingPoint(JsonParser json) throws IOException {
        double value = json.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw new NotPlain(json.getText());
        }
        return value;
    }
}
