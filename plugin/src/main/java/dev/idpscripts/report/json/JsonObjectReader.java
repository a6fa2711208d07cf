package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object that is read strictly: what should be there and is not is told with its path.
 *
 * @param path from the root, such as {@code changes[3].server}
 */
record JsonObjectReader(JsonNode node, String path) {

    /** What is thrown for a file that is not as it should be; its message is the path. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed(String path) {
            super(path);
        }
    }

    Malformed wrong(String key) {
        return new Malformed(key.isEmpty() ? path : path + "." + key);
    }

    JsonObjectReader object(String key) {
        return maybe(key).orElseThrow(() -> wrong(key));
    }

    Optional<JsonObjectReader> maybe(String key) {
        JsonNode found = node.path(key);
        return found.isObject() ? Optional.of(new JsonObjectReader(found, path + "." + key)) : Optional.empty();
    }

    /** The objects of a list; none if there is no such key. */
    List<JsonObjectReader> list(String key) {
        List<JsonObjectReader> list = new ArrayList<>();
        node.path(key)
                .forEach(each -> list.add(new JsonObjectReader(each, path + "." + key + "[" + list.size() + "]")));
        return list;
    }

    /** The texts of a list; none if there is no such key. */
    List<String> texts(String key) {
        List<String> list = new ArrayList<>();
        node.path(key).forEach(each -> list.add(each.asText()));
        return list;
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(key));
    }

    Optional<String> optional(String key) {
        return node.path(key).isTextual() ? Optional.of(node.path(key).textValue()) : Optional.empty();
    }

    int integer(String key) {
        if (!node.path(key).isInt()) {
            throw wrong(key);
        }
        return node.path(key).intValue();
    }

    boolean flag(String key, boolean otherwise) {
        return node.has(key) ? flag(key) : otherwise;
    }

    boolean flag(String key) {
        if (!node.path(key).isBoolean()) {
            throw wrong(key);
        }
        return node.path(key).booleanValue();
    }

    Optional<SourceLocation> maybeOrigin() {
        return optional("file").map(file -> new SourceLocation(file, integer("line"), integer("column")));
    }

    SourceLocation origin() {
        return maybeOrigin().orElseThrow(() -> wrong("file"));
    }
}
