package dev.idpscripts.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.words.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** What the JSON files have in common. Keys come in a fixed order, so that two files can be compared. */
public final class JsonReport {

    /** Trees and plain values, as they stand. */
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonReport() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Indented, without hidden characters, with LF line ends on every system. */
    public static String write(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return exact(MAPPER.writer(printer).writeValueAsString(node)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Values stay as they are, but nothing in the text is hidden: what would be is escaped. Only texts can hold it. */
    private static String exact(String json) {
        return HiddenCharacters.replace(json, JsonReport::escape);
    }

    private static String escape(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining());
    }

    static void target(ObjectNode node, Target target) {
        node.put("environment", target.environment());
        node.put("url", target.url());
        node.put("tenant", target.tenant().toString());
    }

    static ObjectNode subject(ObjectAddress subject) {
        return object().put("type", subject.type().toString()).put("name", subject.name());
    }

    /** The change without what led to it. */
    static ObjectNode change(Change change) {
        ObjectNode node = object();
        node.put("kind", change.kind().toString());
        node.set("object", subject(change.subject()));
        node.put("summary", Sentence.about(change));
        return node;
    }

    static ObjectNode slot(Slot slot) {
        return object().put("connector", slot.connector())
                .put("hook", slot.hook().toString())
                .put("order", slot.order());
    }

    static void origin(ObjectNode node, SourceLocation origin) {
        node.put("file", origin.file());
        node.put("line", origin.line());
        node.put("column", origin.column());
    }

    static void problems(ArrayNode array, List<Problem> problems) {
        for (Problem problem : problems) {
            ObjectNode node = array.addObject();
            origin(node, problem.origin());
            node.put("message", problem.message());
        }
    }
}
