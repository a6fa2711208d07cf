package dev.idpscripts.workspace.record;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Expectation;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.yaml.FlowYaml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes expectations in the text of a {@code .tests.yaml} to what came out. Only values that are not so are touched, the smallest
 * that can be: comments, order and form of everything else stay, and placeholders whose value is right.
 */
final class ExpectationEditor {

    /**
     * A part of the text to be replaced.
     *
     * @param from the first character
     * @param to the first character after it
     */
    private record Replacement(int from, int to, String by) {}

    private final String text;
    private final PlaceholderRestorer restorer;
    private final List<Replacement> edits = new ArrayList<>();

    /**
     * @param restorer puts placeholders into what is written
     */
    ExpectationEditor(String text, PlaceholderRestorer restorer) {
        this.text = text;
        this.restorer = restorer;
    }

    /** The text with the expectations of these tests as they came out. */
    String expect(List<CaseResult> failed) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        for (CaseResult test : failed) {
            tests(root).stream()
                    .filter(node -> value(node, "name")
                            .filter(name -> scalar(name).equals(test.test().name()))
                            .isPresent())
                    .flatMap(node -> value(node, "expect").stream())
                    .forEach(node -> expectation(node, test));
        }
        return edited();
    }

    private static List<Node> tests(Node root) {
        return value(root, "tests")
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    private void expectation(Node node, CaseResult test) {
        Expectation expect = test.test().expect().orElseThrow();
        RunOutcome seen = test.seen();
        if (expect.error().isPresent() != seen.failure().isPresent()) {
            replace(node, whole(expect, seen));
            return;
        }
        seen.failure()
                .filter(failure -> !failure.text().contains(expect.error().orElse("")))
                .ifPresent(failure -> value(node, "error").ifPresent(n -> replace(n, failure.message())));
        part(node, "attributes", expect.attributes(), seen.attributes(), expect.exactly());
        part(node, "output", expect.output(), seen.output(), expect.exactly());
        value(node, "logs").ifPresent(n -> logs(n, test));
        expect.maxOperations().stream()
                .filter(max -> seen.operations().orElse(0) > max)
                .forEach(max -> value(node, "maxOperations")
                        .ifPresent(n -> replace(n, seen.operations().getAsLong())));
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

    private void logs(Node node, CaseResult test) {
        boolean wrong =
                test.differences().stream().anyMatch(d -> d.path().get(0).equals("logs"));
        test.seen()
                .log()
                .filter(log -> wrong)
                .ifPresent(log -> replace(
                        node,
                        log.stream()
                                .map(line -> Map.<Object, Object>of(line.level(), line.text()))
                                .toList()));
    }

    private void part(Node expect, String key, Optional<JsonValue> expected, Optional<JsonValue> got, boolean exactly) {
        value(expect, key)
                .filter(node -> expected.isPresent() && got.isPresent())
                .ifPresent(
                        node -> update(node, expected.get().value(), got.get().value(), exactly));
    }

    private void update(Node node, Object expected, Object got, boolean exactly) {
        if (node instanceof MappingNode && expected instanceof Map<?, ?> e && got instanceof Map<?, ?> g) {
            boolean keys = exactly ? g.keySet().equals(e.keySet()) : g.keySet().containsAll(e.keySet());
            if (keys) {
                e.forEach((key, value) ->
                        value(node, key.toString()).ifPresent(inner -> update(inner, value, g.get(key), exactly)));
            } else {
                Map<Object, Object> rest = new LinkedHashMap<>(g);
                rest.keySet().removeIf(key -> !exactly && !e.containsKey(key));
                replace(node, rest);
            }
        } else if (node instanceof SequenceNode list
                && expected instanceof List<?> e
                && got instanceof List<?> g
                && e.size() == g.size()) {
            for (int i = 0; i < e.size(); i++) {
                update(list.getValue().get(i), e.get(i), g.get(i), exactly);
            }
        } else if (!new JsonValue(expected).equals(new JsonValue(got))) {
            replace(node, got);
        }
    }

    private void replace(Node node, Object by) {
        int from = index(node.getStartMark().getIndex());
        int to = index(node.getEndMark().getIndex());
        boolean block = !(node instanceof ScalarNode) && text.charAt(from) != '{' && text.charAt(from) != '[';
        if (block) {
            // Up to the line of the key, and no further than the last line with content.
            from = text.substring(0, from).stripTrailing().length();
            to = contentEnd(from, to);
        } else if (node instanceof ScalarNode) {
            to = from + text.substring(from, to).stripTrailing().length();
        }
        edits.add(new Replacement(from, to, (block ? " " : "") + flow(by)));
    }

    private int contentEnd(int from, int to) {
        int end = from + text.substring(from, to).stripTrailing().length();
        int line = text.lastIndexOf('\n', end - 1) + 1;
        return line > from && text.substring(line, end).strip().startsWith("#") ? contentEnd(from, line) : end;
    }

    /** SnakeYAML counts characters, not Java's units. */
    private int index(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    private String edited() {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Replacement::from).reversed())
                .forEach(edit -> out.replace(edit.from(), edit.to(), edit.by()));
        return out.toString();
    }

    /** The value in one line of YAML, with placeholders. */
    private String flow(Object value) {
        return FlowYaml.write(restorer.value(value));
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> scalar(entry.getKeyNode()).equals(key))
                        .findFirst()
                        .map(NodeTuple::getValueNode)
                : Optional.empty();
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
