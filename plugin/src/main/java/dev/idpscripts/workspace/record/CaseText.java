package dev.idpscripts.workspace.record;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.yaml.FlowYaml;
import dev.idpscripts.workspace.yaml.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test case as it is written into a {@code .tests.yaml}.
 *
 * @param name unique in its file
 * @param context with placeholders
 * @param expect with placeholders; empty for a case that expects nothing
 */
public record CaseText(String name, Object context, Map<String, Object> expect) {

    /** A line that is longer becomes several. */
    private static final int WIDTH = 120;

    private static final String STEP = "  ";

    /** What came out, as what must come out. */
    public static Map<String, Object> expecting(RunOutcome seen) {
        Map<String, Object> expect = new LinkedHashMap<>();
        if (seen.failure().isPresent()) {
            expect.put("error", seen.failure().get().message());
            return expect;
        }
        seen.attributes().ifPresent(value -> expect.put("attributes", value.value()));
        seen.output()
                .filter(value -> value.value() instanceof Map<?, ?>)
                .ifPresent(value -> expect.put("output", value.value()));
        if (!expect.isEmpty()) {
            expect.put("exactly", true);
        }
        return expect;
    }

    /** What a parser reads from it. */
    JsonValue value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", name);
        value.put("context", context);
        if (!expect.isEmpty()) {
            value.put("expect", expect);
        }
        return new JsonValue(value);
    }

    /** On one line, for a list in brackets. */
    String flow() {
        return FlowYaml.write(value().value());
    }

    /** As an item of a list whose dashes stand in this column. */
    String block(int column) {
        StringBuilder out = new StringBuilder();
        String indent = " ".repeat(column);
        out.append(indent).append("- name: ").append(FlowYaml.write(name)).append('\n');
        entry("context", context, indent + STEP, out);
        if (!expect.isEmpty()) {
            entry("expect", expect, indent + STEP, out);
        }
        return out.toString();
    }

    /**
     * A whole new file with this case.
     *
     * @param file what it is called in the error
     * @param schema the line on top
     * @throws dev.idpscripts.model.error.UserError if no text of YAML says this
     */
    public String checkedFile(String file, String schema) {
        return ReadBack.checked(
                file,
                schema + "\ntests:\n" + block(STEP.length()),
                new JsonValue(Map.of("tests", List.of(value().value()))),
                YamlDocument::json,
                "Write a test with what matters of this:\n" + block(STEP.length()));
    }

    private static void entry(String key, Object value, String indent, StringBuilder out) {
        String start = indent + FlowYaml.write(key) + ":";
        String line = start + " " + FlowYaml.write(value);
        boolean nested = value instanceof Map<?, ?> || value instanceof List<?>;
        if (line.length() <= WIDTH || !nested) {
            out.append(line).append('\n');
            return;
        }
        out.append(start).append('\n');
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, item) -> entry(inner.toString(), item, indent + STEP, out));
        } else {
            ((List<?>) value).forEach(item -> out.append(indent)
                    .append(STEP)
                    .append("- ")
                    .append(FlowYaml.write(item))
                    .append('\n'));
        }
    }
}
