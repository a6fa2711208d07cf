package dev.idpscripts.workspace.record;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Expectation;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.yaml.FlowYaml;
import dev.idpscripts.workspace.yaml.Texts;
import dev.idpscripts.workspace.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes expectations in the text of a {@code .tests.yaml} to what came out. Only values that are not so are touched, the smallest
 * that can be: comments, order and form of everything else stay, and placeholders whose value is right. Beside the text it keeps what
 * the file is to say, and what does not come out as that is refused.
 */
final class ExpectationEditor {

    private final String file;
    private final TextEdits edits;
    private final PlaceholderRestorer restorer;

    /**
     * @param file what it is called in errors
     * @param text that was read without problems
     * @param restorer puts placeholders into what is written
     */
    ExpectationEditor(String file, String text, PlaceholderRestorer restorer) {
        this.file = file;
        this.edits = new TextEdits(text);
        this.restorer = restorer;
    }

    /**
     * The text with the expectations of these tests as they came out.
     *
     * @throws dev.idpscripts.model.error.UserError if there is none that leaves the rest as it is
     */
    String expect(List<CaseResult> failed) {
        Node root = YamlDocument.parse(file, edits.text(), new Problems())
                .orElseThrow()
                .node();
        Map<String, Object> expected = new LinkedHashMap<>();
        for (CaseResult test : failed) {
            String name = test.test().name();
            tests(root).stream()
                    .filter(node -> YamlNodes.value(node, "name")
                            .filter(n -> YamlNodes.text(n).equals(name))
                            .isPresent())
                    .flatMap(node -> YamlNodes.value(node, "expect").stream())
                    .forEach(node -> expected.put(name, expectation(node, test)));
        }
        return ReadBack.checked(
                file, edits.edited(), meant(YamlNodes.json(root), expected), YamlDocument::json, instead(expected));
    }

    private static List<Node> tests(Node root) {
        return YamlNodes.value(root, "tests")
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    /** The whole file with these expectations. */
    private static JsonValue meant(Object root, Map<String, Object> expected) {
        Map<String, Object> document = Texts.object(root);
        List<Object> tests = new ArrayList<>();
        for (Object test : (List<?>) document.get("tests")) {
            Map<String, Object> changed = Texts.object(test);
            changed.computeIfPresent("expect", (key, old) -> expected.getOrDefault(changed.get("name"), old));
            tests.add(changed);
        }
        document.put("tests", tests);
        return new JsonValue(document);
    }

    private static String instead(Map<String, Object> expected) {
        StringBuilder out = new StringBuilder(
                "Does another test use the same lines, through an anchor? Give each test its own; what came out:");
        expected.forEach((name, value) -> out.append("\n  - name: ")
                .append(FlowYaml.write(name))
                .append("\n    expect: ")
                .append(FlowYaml.write(value)));
        return out.toString();
    }

    private Object expectation(Node node, CaseResult test) {
        Expectation expect = test.test().expect().orElseThrow();
        RunOutcome seen = test.seen();
        if (expect.error().isPresent() != seen.failure().isPresent()) {
            return replace(node, whole(expect, seen));
        }
        Map<String, Object> changed = Texts.object(YamlNodes.json(node));
        seen.failure()
                .filter(failure -> !failure.text().contains(expect.error().orElse("")))
                .ifPresent(failure -> change(node, "error", changed, n -> replace(n, failure.message())));
        part(node, "attributes", changed, expect.attributes(), seen.attributes(), expect.exactly());
        part(node, "output", changed, expect.output(), seen.output(), expect.exactly());
        logs(node, changed, test);
        expect.maxOperations().stream()
                .filter(max -> seen.operations().orElse(0) > max)
                .forEach(max -> change(
                        node,
                        "maxOperations",
                        changed,
                        n -> replace(n, seen.operations().getAsLong())));
        return changed;
    }

    /** Changes a key's value in the text, and in what the text is to say. */
    private static void change(Node node, String key, Map<String, Object> changed, Function<Node, Object> by) {
        YamlNodes.value(node, key).ifPresent(inner -> changed.put(key, by.apply(inner)));
    }

    /** Where a script fails that did not, or the other way round, nothing of the old expectation can stay. */
    private static Map<String, Object> whole(Expectation expect, RunOutcome seen) {
        Map<String, Object> whole = new LinkedHashMap<>();
        seen.failure().ifPresent(failure -> whole.put("error", failure.message()));
        seen.attributes().ifPresent(value -> whole.put("attributes", value.value()));
        seen.output().ifPresent(value -> whole.put("output", value.value()));
        if (expect.exactly() && seen.failure().isEmpty()) {
            whole.put("exactly", true);
        }
        return whole;
    }

    private void logs(Node node, Map<String, Object> changed, CaseResult test) {
        boolean wrong =
                test.differences().stream().anyMatch(d -> d.path().get(0).equals("logs"));
        test.seen()
                .log()
                .filter(log -> wrong)
                .ifPresent(log -> change(
                        node,
                        "logs",
                        changed,
                        n -> replace(
                                n,
                                log.stream()
                                        .map(line -> Map.<Object, Object>of(line.level(), line.text()))
                                        .toList())));
    }

    private void part(
            Node expect,
            String key,
            Map<String, Object> changed,
            Optional<JsonValue> expected,
            Optional<JsonValue> got,
            boolean exactly) {
        if (expected.isPresent() && got.isPresent()) {
            change(
                    expect,
                    key,
                    changed,
                    node -> update(node, expected.get().value(), got.get().value(), exactly));
        }
    }

    /** Changes as little of a value as can be; returns what it is then. */
    private Object update(Node node, Object expected, Object got, boolean exactly) {
        if (node instanceof MappingNode && expected instanceof Map<?, ?> e && got instanceof Map<?, ?> g) {
            return mapping(node, e, g, exactly);
        }
        if (node instanceof SequenceNode list
                && expected instanceof List<?> e
                && got instanceof List<?> g
                && e.size() == g.size()) {
            List<Object> changed = new ArrayList<>();
            for (int i = 0; i < e.size(); i++) {
                changed.add(update(list.getValue().get(i), e.get(i), g.get(i), exactly));
            }
            return changed;
        }
        return new JsonValue(expected).equals(new JsonValue(got)) ? YamlNodes.json(node) : replace(node, got);
    }

    private Object mapping(Node node, Map<?, ?> expected, Map<?, ?> got, boolean exactly) {
        boolean keys =
                exactly ? got.keySet().equals(expected.keySet()) : got.keySet().containsAll(expected.keySet());
        if (!keys) {
            Map<Object, Object> rest = new LinkedHashMap<>(got);
            rest.keySet().removeIf(key -> !exactly && !expected.containsKey(key));
            return replace(node, rest);
        }
        Map<String, Object> changed = Texts.object(YamlNodes.json(node));
        expected.forEach((key, value) ->
                change(node, key.toString(), changed, inner -> update(inner, value, got.get(key), exactly)));
        return changed;
    }

    private Object replace(Node node, Object by) {
        Object value = restorer.value(by);
        edits.replace(node, FlowYaml.write(value));
        return value;
    }
}
