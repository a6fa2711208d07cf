package dev.idpscripts.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of one recorded scenario: fills them into requests, and puts marks into answers where something differs from
 * run to run. The same rules as in the tool that made the recordings.
 */
final class Recording {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final Set<String> NUMBERS = Set.of("duration_ms", "avg_duration_ms", "p95_duration_ms");

    private final Map<String, JsonNode> variables = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Recording(String tenant) {
        set("tenant", TextNode.valueOf(tenant));
    }

    void set(String name, JsonNode value) {
        variables.put(name, value);
        if (UUID.matcher(value.asText()).matches()) {
            known.put(value.asText(), "{{" + name + "}}");
        }
    }

    /** Takes a variable's value from an answer; the path is made of keys and indexes. */
    void save(String name, JsonNode answer, String path) {
        set(name, answer.at("/" + path.replace('.', '/')));
    }

    String fill(String text) {
        return VARIABLE.matcher(text).replaceAll(m -> {
            JsonNode value = variables.get(m.group(1));
            return Matcher.quoteReplacement(value == null ? m.group() : value.asText());
        });
    }

    JsonNode fill(JsonNode node) {
        if (node.isTextual()) {
            Matcher whole = VARIABLE.matcher(node.asText());
            return whole.matches() && variables.containsKey(whole.group(1))
                    ? variables.get(whole.group(1))
                    : TextNode.valueOf(fill(node.asText()));
        }
        if (node.isObject()) {
            ObjectNode filled = MAPPER.createObjectNode();
            node.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue())));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = MAPPER.createArrayNode();
            node.forEach(n -> filled.add(fill(n)));
            return filled;
        }
        return node;
    }

    JsonNode marked(JsonNode node) {
        return marked(node, "");
    }

    private JsonNode marked(JsonNode node, String key) {
        if (node.isObject()) {
            ObjectNode marked = MAPPER.createObjectNode();
            node.properties().forEach(e -> marked.set(e.getKey(), marked(e.getValue(), e.getKey())));
            return marked;
        }
        if (node.isArray()) {
            ArrayNode marked = MAPPER.createArrayNode();
            node.forEach(n -> marked.add(marked(n, key)));
            return marked;
        }
        if (node.isNumber()) {
            return NUMBERS.contains(key) ? TextNode.valueOf("{{number}}") : node;
        }
        return node.isTextual() ? TextNode.valueOf(marked(node.asText(), key)) : node;
    }

    private String marked(String text, String key) {
        if ("date".equals(key) && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return "{{date}}";
        }
        String marked = UUID.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group().equals(NIL) ? NIL : known.getOrDefault(m.group(), "{{uuid}}")));
        return TIME.matcher(marked).replaceAll(Matcher.quoteReplacement("{{time}}"));
    }
}
