package dev.idpscripts.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.Subject;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Observed;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.check.Trial;
import java.util.List;
import java.util.UUID;

/**
 * What one goal tells in {@code result.json} and others do not.
 *
 * @param name its key there
 * @param value what stands under it
 */
public record Detail(String name, JsonNode value) {

    private static final double MICROS_IN_MILLI = 1000.0;

    /** The files that were written, or would be. */
    public static Detail files(List<FileChange> files) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FileChange change : files) {
            ObjectNode node = array.addObject();
            node.put("file", change.file());
            node.put("state", change.state().toString());
            if (!change.remarks().isEmpty()) {
                change.remarks().forEach(node.putArray("remarks")::add);
            }
        }
        return new Detail("files", array);
    }

    /** What concerns no file. */
    public static Detail remarks(List<String> remarks) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        remarks.forEach(array::add);
        return new Detail("remarks", array);
    }

    /** Everything that is wrong with the files, or may become so. */
    public static Detail findings(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> CheckJson.finding(array.addObject(), finding));
        return new Detail("findings", array);
    }

    /** How many tests ran, and those that failed. */
    public static Detail tests(List<ScriptResult> results) {
        ObjectNode node = JsonReport.object();
        node.put("count", results.stream().mapToInt(r -> r.cases().size()).sum());
        ArrayNode failures = node.putArray("failures");
        results.forEach(result -> result.failed()
                .forEach(failed -> CheckJson.failure(
                        failures.addObject().put("script", result.script().name()), failed)));
        return new Detail("tests", node);
    }

    /** A single run of a script. */
    public static Detail run(Trial trial) {
        Observed seen = trial.seen();
        ObjectNode node = JsonReport.object();
        node.put("script", trial.script().name());
        node.put("where", trial.where());
        seen.failure().ifPresent(failure -> node.put("error", failure.text()));
        CheckJson.differences(node.putArray("changes"), trial.changes(), "before", "after");
        CheckJson.value(node, "attributes", seen.attributes());
        CheckJson.value(node, "output", seen.output());
        seen.log().ifPresent(log -> log.forEach(line -> node.withArray("logs").add(line.toString())));
        if (!seen.printed().isEmpty()) {
            seen.printed().forEach(node.putArray("printed")::add);
        }
        seen.operations().ifPresent(operations -> node.put("operations", operations));
        node.put("milliseconds", seen.duration().toNanos() / MICROS_IN_MILLI / MICROS_IN_MILLI);
        return new Detail("run", node);
    }

    /** What the server made, which no file declares. */
    public static Detail made(Subject subject, UUID id) {
        return new Detail("made", JsonReport.subject(subject).put("id", id.toString()));
    }

    /** Two bodies that were compared. */
    public static Detail difference(String left, String right, int added, int removed) {
        return new Detail(
                "difference",
                JsonReport.object()
                        .put("left", left)
                        .put("right", right)
                        .put("added", added)
                        .put("removed", removed));
    }

    /** Where the embedded server answers. */
    public static Detail server(String url, UUID tenant) {
        return new Detail("server", JsonReport.object().put("url", url).put("tenant", tenant.toString()));
    }

    /** Why somebody did it. */
    public static Detail reason(String reason) {
        return new Detail("reason", TextNode.valueOf(reason));
    }
}
