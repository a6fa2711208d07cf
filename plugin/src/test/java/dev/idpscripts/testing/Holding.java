package dev.idpscripts.testing;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What files declare and what a server holds, in a form in which they can be compared: made without the planner, so that it
 * can judge it.
 *
 * @param objects each object's content under its name
 */
public record Holding(Map<String, String> objects) {

    /** What the files want; where they say nothing about a description or annotations, so does this. */
    public static Holding wanted(Declarations files) {
        Map<String, String> objects = new TreeMap<>();
        for (Script s : files.scripts()) {
            objects.put(
                    "script " + s.name(),
                    s.status() + " " + s.body().sha256()
                            + s.description().map(d -> " " + d).orElse("*"));
        }
        for (Binding b : files.bindings()) {
            objects.put("binding " + b.slot(), b.script() + " " + b.settings());
        }
        for (Template t : files.templates()) {
            objects.put(
                    "template " + t.name(),
                    t.category() + " " + t.body().sha256()
                            + t.description().map(d -> " " + d).orElse("*")
                            + t.annotations().map(Holding::json).orElse("*"));
        }
        return new Holding(objects);
    }

    /** What the server holds, silent where the files are silent. */
    public static Holding held(Inventory server, Declarations files) {
        Map<UUID, String> scripts =
                server.scripts().stream().collect(Collectors.toMap(StoredScript::id, StoredScript::name));
        Map<UUID, String> connectors =
                server.connectors().stream().collect(Collectors.toMap(StoredConnector::id, StoredConnector::name));
        Map<String, Script> declared =
                files.scripts().stream().collect(Collectors.toMap(Script::name, Function.identity()));
        Map<String, Template> templates =
                files.templates().stream().collect(Collectors.toMap(Template::name, Function.identity()));
        Map<String, String> objects = new TreeMap<>();
        server.scripts().forEach(s -> {
            boolean silent = declared.containsKey(s.name())
                    && declared.get(s.name()).description().isEmpty();
            // A crash can leave a script without its first version (server.md 3.1).
            String body = Optional.ofNullable(server.current().get(s.id()))
                    .map(version -> new Body(version.scriptBody()).sha256())
                    .orElse("nothing");
            objects.put("script " + s.name(), s.status() + " " + body + (silent ? "*" : " " + s.descriptionText()));
        });
        server.bindings()
                .forEach(b -> objects.put(
                        "binding " + connectors.get(b.connectorId()) + ", " + b.hook() + ", order "
                                + b.executionOrder(),
                        scripts.get(b.scriptId()) + " " + b.settings()));
        server.templates().forEach(t -> {
            Template template = templates.get(t.name());
            boolean silent = template != null && template.description().isEmpty();
            boolean bare = template != null && template.annotations().isEmpty();
            objects.put(
                    "template " + t.name(),
                    t.category() + " " + new Body(t.templateBody()).sha256()
                            + (silent ? "*" : " " + t.descriptionText())
                            + (bare ? "*" : json(t.placeholderAnnotations())));
        });
        return new Holding(objects);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((k, v) -> sorted.put(String.valueOf(k), json(v)));
            return sorted.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Holding::json).toList().toString();
        }
        return value instanceof Number n
                ? new BigDecimal(n.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
