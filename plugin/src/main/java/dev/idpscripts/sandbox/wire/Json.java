package dev.idpscripts.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.idpscripts.model.stored.AuditEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes answers and stored rows as the API shows them (server.md 1.3): keys in snake case, words in lower case, times with
 * {@code Z}, nothing for null.
 */
public final class Json {

    /** Audit events are the exception: their nulls are written. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private interface WithNulls {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(AuditEvent.class, WithNulls.class)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only plain values are written", e);
        }
    }

    /** What was written, of whatever shape; missing if it was nothing. */
    public static JsonNode tree(byte[] written) {
        try {
            return MAPPER.readTree(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectReader reader(Class<?> type) {
        return MAPPER.readerFor(type);
    }
}
