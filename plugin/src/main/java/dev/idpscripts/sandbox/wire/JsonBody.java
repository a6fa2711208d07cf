package dev.idpscripts.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.idpscripts.sandbox.wire.Struct.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a JSON body into the fields of a struct; unknown ones are ignored. What is plain for Jackson serde reads too, and as the same. */
final class JsonBody {

    /** serde_json gives up at the 128th level. */
    private static final int MAX_DEPTH = 127;

    /** Names of any length, and no table of them: a body may make up a new one each time. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonBody() {}

    /** What a client sent. */
    static Fields read(Struct struct, byte[] body) throws IOException {
        return read(struct, new PlainNumbers(FACTORY.createParser(utf8(body))));
    }

    /** What serde wrote. */
    static Fields written(Struct struct, String body) throws IOException {
        return read(struct, FACTORY.createParser(body));
    }

    private static Fields read(Struct struct, JsonParser parser) throws IOException {
        try (JsonParser json = parser) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NotPlain("no object");
            }
            Map<String, Object> values = new HashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                entry(struct, json, values);
            }
            return struct.filled(values);
        }
    }

    /**
     * serde_json multiplies the digits that it reads by a power of ten. Up to 15 digits and 10^22 nothing is lost in that; beyond,
     * the last digit may come out otherwise than in Java. So only those that are surely within are plain.
     */
    private static final class PlainNumbers extends JsonParserDelegate {

        private static final Pattern EXACT = Pattern.compile("-?(?:[0-9.]{1,16}|[0-9.]{1,13}[eE][+-]?[0-9])");

        PlainNumbers(JsonParser parser) {
            super(parser);
        }

        @Override
        public double getDoubleValue() throws IOException {
            if (!EXACT.matcher(getText()).matches()) {
                throw new NotPlain(getText());
            }
            return super.getDoubleValue();
        }
    }

    /** Not left to Jackson, which guesses the encoding. */
    private static String utf8(byte[] body) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static void entry(Struct struct, JsonParser json, Map<String, Object> values) throws IOException {
        String name = JsonValues.wellFormed(json.currentName());
        Optional<Field> field = struct.field(name);
        boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
        if (field.isEmpty()) {
            json.skipChildren();
        } else if (values.containsKey(name)) {
            throw new NotPlain(name);
        } else {
            boolean absent = isNull && !field.get().required();
            values.put(name, absent ? null : field.get().kind().fromJson().read(json));
        }
    }
}
