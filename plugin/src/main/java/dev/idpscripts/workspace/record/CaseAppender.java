package dev.idpscripts.workspace.record;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Puts a case at the end of a {@code .tests.yaml}. Nothing that is there is touched, comments included. */
final class CaseAppender {

    private final String text;

    /**
     * @param text what a reader takes for a list of tests
     */
    CaseAppender(String text) {
        this.text = text;
    }

    /** The text with the case; empty if there is no way that leaves all the rest as it is. */
    Optional<String> append(CaseText test) {
        List<Object> wanted = tests(text)
                .map(before -> new ArrayList<Object>((List<?>) before.value()))
                .orElseGet(ArrayList::new);
        wanted.add(test.value().value());
        return candidates(test)
                .filter(candidate -> ReadBack.says(candidate, new JsonValue(wanted), CaseAppender::tests))
                .findFirst();
    }

    private Stream<String> candidates(CaseText test) {
        return YamlDocument.parse("tests", text, new Problems()).stream()
                .flatMap(root -> YamlNodes.value(root.node(), "tests").stream())
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .flatMap(list -> list.getFlowStyle() == DumperOptions.FlowStyle.FLOW
                        ? inBrackets(list, test.flow())
                        : Stream.of(atTheEnd(test.block(list.getStartMark().getColumn()))));
    }

    /** The list is all that there is, so the end of the file is its end. Which line ends it has is the affair of whoever writes it. */
    private String atTheEnd(String block) {
        return text + (text.endsWith("\n") ? "" : "\n") + block;
    }

    /** With a comma before it, or without one if there is one or the list is empty; an empty list becomes one with lines. */
    private Stream<String> inBrackets(SequenceNode list, String flow) {
        int from = text.offsetByCodePoints(0, list.getStartMark().getIndex());
        int close = text.offsetByCodePoints(0, list.getEndMark().getIndex()) - 1;
        String before = text.substring(0, close);
        String after = text.substring(close);
        return Stream.of(", ", "").map(comma -> before + comma + flow + after).filter(candidate -> close >= from);
    }

    private static Optional<JsonValue> tests(String yaml) {
        return YamlDocument.json(yaml)
                .map(JsonValue::value)
                .filter(Map.class::isInstance)
                .map(map -> ((Map<?, ?>) map).get("tests"))
                .filter(List.class::isInstance)
                .map(JsonValue::new);
    }
}
