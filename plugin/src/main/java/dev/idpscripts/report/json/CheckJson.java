package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.Finding;
import java.util.List;
import java.util.Optional;

/** The verdict on a body, for machines. */
final class CheckJson {

    private CheckJson() {}

    static ObjectNode write(BodyCheck check) {
        ObjectNode node = JsonReport.object();
        node.put("passed", check.passed());
        node.put("compiles", check.compiles());
        ArrayNode findings = node.putArray("findings");
        check.findings().forEach(finding -> finding(findings.addObject(), finding));
        ObjectNode tests = node.putObject("tests");
        tests.put("count", check.tests());
        ArrayNode failures = tests.putArray("failures");
        check.failures().forEach(failed -> failure(failures.addObject(), failed));
        check.behaviour().ifPresent(behaviour -> behaviour(node.putObject("behaviour"), behaviour));
        return node;
    }

    static void failure(ObjectNode node, FailedTest failed) {
        node.put("name", failed.name());
        JsonReport.origin(node, failed.origin());
        differences(node.putArray("differences"), failed.differences(), "expected", "got");
        failed.trace().forEach(step -> step(node.withArray("trace").addObject(), step));
    }

    private static void step(ObjectNode node, FailedTest.TraceStep step) {
        if (!step.function().isEmpty()) {
            node.put("function", step.function());
        }
        step.at().ifPresent(origin -> JsonReport.origin(node, origin));
    }

    static void finding(ObjectNode node, Finding finding) {
        node.put("level", finding.isError() ? "error" : "warning");
        node.put("rule", finding.rule().id());
        JsonReport.origin(node, finding.origin());
        node.put("message", finding.message());
    }

    private static void behaviour(ObjectNode node, BodyCheck.Behaviour behaviour) {
        node.put("contexts", behaviour.contexts());
        ArrayNode changes = node.putArray("changes");
        behaviour.changes().forEach(change -> {
            ObjectNode each = changes.addObject().put("test", change.test());
            differences(each.putArray("differences"), change.differences(), "before", "after");
        });
    }

    static void differences(ArrayNode array, List<Difference> differences, String left, String right) {
        for (Difference difference : differences) {
            ObjectNode node = array.addObject();
            difference.path().forEach(node.putArray("path")::add);
            if (difference.wanted() != Difference.Relation.SAME) {
                node.put("wanted", difference.wanted() == Difference.Relation.CONTAINING ? "containing" : "at most");
            }
            value(node, left, difference.expected());
            value(node, right, difference.got());
        }
    }

    /** Without the key where there is nothing: null is a value. */
    static void value(ObjectNode node, String key, Optional<JsonValue> value) {
        value.ifPresent(v -> node.putPOJO(key, v.value()));
    }
}
