package dev.idpscripts.sandbox.wire;

import dev.idpscripts.sandbox.wire.Struct.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON body into the fields of a struct, as serde does: unknown keys are ignored, an array is taken for the fields. */
public final class JsonStruct {

    private final Struct struct;
    private final JsonScanner in;
    private final Map<String, Object> values = new HashMap<>();

    private JsonStruct(Struct struct, JsonScanner in) {
        this.struct = struct;
        this.in = in;
    }

    /** Reads the body, or throws a {@link JsonFault}. What comes behind the first value is ignored, as axum 0.7 does. */
    public static Fields read(Struct struct, byte[] body) {
        return new JsonStruct(struct, new JsonScanner(body)).read();
    }

    private Fields read() {
        int next = in.peekValue();
        if (next != '{' && next != '[') {
            throw JsonUnexpected.insteadOf("struct " + struct.name(), in);
        }
        in.next();
        if (next == '{') {
            object(new JsonMap(in));
        } else {
            array(new JsonList(in));
        }
        return new Fields(values);
    }

    private void object(JsonMap entries) {
        while (entries.hasNext()) {
            entry(entries);
        }
        entries.end();
        struct.missing(values).ifPresent(problem -> {
            throw in.misfit(problem);
        });
    }

    private void entry(JsonMap entries) {
        String key = entries.key();
        if (values.containsKey(key)) {
            entries.end();
            throw in.misfit(Struct.duplicate(key));
        }
        entries.colon();
        Optional<Field> field = struct.field(key);
        if (field.isPresent()) {
            values.put(key, value(field.get(), "." + key));
        } else {
            ignore("." + key);
        }
    }

    private void array(JsonList elements) {
        for (Field field : struct.fields()) {
            if (!elements.hasNext()) {
                elements.end();
                throw in.misfit("invalid length " + values.size() + ", expected " + struct.withSize());
            }
            values.put(field.name(), value(field, "[" + values.size() + "]"));
        }
        elements.end();
    }

    private Object value(Field field, String step) {
        try {
            if (!field.required() && in.peekPastBlanks() == 'n') {
                in.literal("null");
                return null;
            }
            return field.kind().fromJson().apply(in);
        } catch (JsonFault e) {
            throw e.in(step);
        }
    }

    private void ignore(String step) {
        try {
            new JsonValues(in).read();
        } catch (JsonFault e) {
            throw e.withoutPath().in(step);
        }
    }
}
