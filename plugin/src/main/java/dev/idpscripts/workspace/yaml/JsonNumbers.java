package dev.idpscripts.workspace.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Tells numbers with an exponent in JSON from those in YAML: in JSON, {@code 12E5} cannot have been meant as text. */
final class JsonNumbers extends Resolver {

    static final Tag TAG = new Tag("tag:json.org,2013:number");

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        Tag tag = super.resolve(kind, value, implicit);
        return Tag.FLOAT.equals(tag) ? TAG : tag;
    }

    /** The resolver for a text: this one if the text is JSON throughout. */
    static Resolver of(String text) {
        String start = text.stripLeading();
        boolean json = (start.startsWith("{") || start.startsWith("[")) && isJson(text);
        return json ? new JsonNumbers() : new Resolver();
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                // All of it.
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
