package dev.idpscripts.testing;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The schemas of {@code specs/schemas}. */
public final class Schemas {

    private Schemas() {}

    /**
     * Reads one.
     *
     * @param name such as {@code plan}
     */
    public static JsonSchema of(String name) {
        Map<String, String> referred = Map.of("urn:idp-scripts:schema:plan", text("plan"));
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        factory -> factory.schemaLoaders(loaders -> loaders.schemas(referred)))
                .getSchema(text(name));
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("../specs/schemas/" + name + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
