package dev.idpscripts.testing;

import dev.idpscripts.model.JsonValue;
import org.yaml.snakeyaml.Yaml;

/** JSON values, written short. */
public final class Values {

    private Values() {}

    /** Such as {@code {a: 1}}. */
    public static JsonValue value(String yaml) {
        return new JsonValue(new Yaml().load(yaml));
    }
}
