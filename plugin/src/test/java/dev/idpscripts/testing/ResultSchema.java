package dev.idpscripts.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Holds a {@code result.json} against its schema. */
public final class ResultSchema {

    private static final JsonSchema SCHEMA = read();

    private ResultSchema() {}

    private static JsonSchema read() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("../specs/schemas/result.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
