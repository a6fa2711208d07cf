package dev.idpscripts.sandbox.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads any JSON value: maps, lists, texts, {@link Long}, {@link java.math.BigInteger}, {@link Double}, booleans and null.
 * Keys come out sorted and the last of equal ones wins, as in the recorded answers.
 */
final class JsonValues {

    /** serde_json gives up at the 128th level; the object around every request is the first. */
    private static final int MAX_DEPTH = 127;

    private final JsonScanner in;
    private int depth = 1;

    JsonValues(JsonScanner in) {
        this.in = in;
    }

    Object read() {
        int next = in.peekValue();
        return switch (next) {
            case 'n' -> literal("null", null);
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case '"' -> in.string();
            case '[' -> nested(this::list);
            case '{' -> nested(this::map);
            default -> number(next);
        };
    }

    private Object literal(String word, Object value) {
        in.literal(word);
        return value;
    }

    private Object number(int next) {
        if (next == '-' || (next >= '0' && next <= '9')) {
            return new JsonNumbers(in).read();
        }
        throw in.faultAtPeek("expected value");
    }

    private Object nested(Supplier<Object> content) {
        if (depth == MAX_DEPTH) {
            throw in.faultAtPeek("recursion limit exceeded");
        }
        depth++;
        in.next();
        Object value = content.get();
        depth--;
        return value;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        JsonList elements = new JsonList(in);
        while (elements.hasNext()) {
            list.add(at("[" + list.size() + "]"));
        }
        elements.end();
        return Collections.unmodifiableList(list);
    }

    private SortedMap<String, Object> map() {
        SortedMap<String, Object> map = new TreeMap<>();
        JsonMap entries = new JsonMap(in);
        while (entries.hasNext()) {
            String key = entries.key();
            entries.colon();
            map.put(key, at("." + key));
        }
        entries.end();
        return Collections.unmodifiableSortedMap(map);
    }

    private Object at(String step) {
        try {
            return read();
        } catch (JsonFault e) {
            throw e.in(step);
        }
    }
}
