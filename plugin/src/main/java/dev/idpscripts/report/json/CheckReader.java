package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.BehaviourChange;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.Difference.Relation;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Rule;
import java.util.List;
import java.util.Optional;

/** Reads the verdict on a body of a saved plan. */
final class CheckReader {

    private CheckReader() {}

    static BodyCheck read(String script, JsonObjectReader node) {
        JsonObjectReader tests = node.object("tests");
        return new BodyCheck(
                script,
                node.list("findings").stream().map(CheckReader::finding).toList(),
                tests.integer("count"),
                tests.list("failures").stream().map(CheckReader::failure).toList(),
                node.maybe("behaviour").map(CheckReader::behaviour));
    }

    private static Finding finding(JsonObjectReader node) {
        return new Finding(
                node.text("level").equals("error") ? Finding.Level.ERROR : Finding.Level.WARNING,
                Rule.of(node.text("rule")).orElseThrow(() -> node.wrong("rule")),
                node.origin(),
                node.text("message"));
    }

    private static FailedTest failure(JsonObjectReader node) {
        return new FailedTest(
                node.text("name"),
                node.origin(),
                differences(node, "expected", "got"),
                node.list("trace").stream()
                        .map(step -> new FailedTest.TraceStep(
                                step.optional("function").orElse(""), step.maybeOrigin()))
                        .toList());
    }

    private static BodyCheck.Behaviour behaviour(JsonObjectReader node) {
        return new BodyCheck.Behaviour(
                node.integer("contexts"),
                node.list("changes").stream()
                        .map(change -> new BehaviourChange(change.text("test"), differences(change, "before", "after")))
                        .toList());
    }

    private static List<Difference> differences(JsonObjectReader node, String left, String right) {
        return node.list("differences").stream()
                .map(each -> new Difference(
                        each.texts("path"),
                        switch (each.optional("wanted").orElse("")) {
                            case "containing" -> Relation.CONTAINING;
                            case "at most" -> Relation.AT_MOST;
                            default -> Relation.SAME;
                        },
                        value(each.node(), left),
                        value(each.node(), right)))
                .toList();
    }

    private static Optional<JsonValue> value(JsonNode node, String key) {
        return node.has(key) ? Optional.of(new JsonValue(StoredJson.value(node.path(key)))) : Optional.empty();
    }
}
