package dev.idpscripts.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import java.util.Set;

/** Holds a {@code result.json} against its schema. */
public final class ResultSchema {

    private static final JsonSchema SCHEMA = Schemas.of("result");

    private ResultSchema() {}

    /** The schema itself. */
    public static JsonNode text() {
        return SCHEMA.getSchemaNode();
    }

    /** The text, if it is as the schema says. */
    public static String checked(String result) {
        assertEquals(Set.of(), SCHEMA.validate(result, InputFormat.JSON), result);
        return result;
    }
}
