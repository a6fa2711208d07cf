package dev.idpscripts.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * {@code <slug>.tests.snap}: what tests without an expectation gave, by their names; JSON that a reviewer can read,
 * with placeholders in its texts.
 */
public final class SnapshotFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SnapshotFile() {}

    public static Map<String, JsonValue> read(TextFile file, Problems problems) {
        return file.read(problems).map(text -> parse(file, text, problems)).orElse(Map.of());
    }

    private static Map<String, JsonValue> parse(TextFile file, String text, Problems problems) {
        try {
            return values(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            OptionalInt mark = Markers.anyLine(text);
            if (mark.isPresent()) {
                problems.add(new SourceLocation(file.name(), mark.getAsInt(), 1), Markers.problem(mark.getAsInt()));
                return Map.of();
            }
            problems.add(
                    at == null ? file.origin() : new SourceLocation(file.name(), at.getLineNr(), at.getColumnNr()),
                    "not the JSON that the goal test recorded: " + e.getOriginalMessage()
                            + "; restore the file, or remove it to record anew");
            return Map.of();
        }
    }

    private static Map<String, JsonValue> values(String text) throws JsonProcessingException {
        Map<String, JsonValue> recorded = new LinkedHashMap<>();
        MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {})
                .forEach((name, value) -> recorded.put(name, new JsonValue(value)));
        return recorded;
    }

    /** What a file of this text says; empty if it is none. */
    public static Optional<Map<String, JsonValue>> parse(String text) {
        try {
            return Optional.of(values(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The file's text, the same for the same content on every system. */
    public static String render(Map<String, JsonValue> recorded) {
        Map<String, Object> content = new TreeMap<>();
        recorded.forEach((name, value) -> content.put(name, value.value()));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
