package dev.idpscripts.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.Body;

/**
 * The hash of what a plan does: over all keys but the hash itself and when and from what it was made, whatever the order of keys
 * and the white space. It finds edits by hand; it is no signature.
 */
final class PlanHash {

    private static final ObjectWriter SORTED =
            JsonReport.MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PlanHash() {}

    /** 64 hexadecimal digits. */
    static String compute(JsonNode plan) {
        ObjectNode hashed = plan.deepCopy();
        hashed.remove(PlanJson.HASH);
        hashed.remove(PlanJson.MADE);
        try {
            Object tree = JsonReport.MAPPER.readValue(JsonReport.MAPPER.writeValueAsString(hashed), Object.class);
            return new Body(SORTED.writeValueAsString(tree)).sha256();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
