package dev.idpscripts.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The server's objects as they were read, under the names that the model gives them. */
final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredJson() {}

    static JsonNode write(Object stored) {
        try {
            // Through text, so that what stands for numbers is what a reader of the file gets.
            return MAPPER.readTree(MAPPER.writeValueAsString(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can always be written", e);
        }
    }

    /** Any value as maps, lists, texts, numbers and booleans. */
    static Object value(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    static <T> T read(JsonObjectReader node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node.node(), type);
        } catch (JsonProcessingException e) {
            throw node.wrong("");
        }
    }
}
