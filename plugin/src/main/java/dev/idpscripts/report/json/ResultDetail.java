package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.check.DryRunReport;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.stored.Comparison;
import java.util.List;
import java.util.UUID;

/**
 * What one goal tells in {@code result.json} and others do not.
 *
 * @param name its key there
 * @param value what stands under it
 */
public record ResultDetail(String name, JsonNode value) {

    private static final double MICROS_IN_MILLI = 1000.0;

    /** The files that were written, or would be. */
    public static ResultDetail files(List<FileChange> files) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FileChange change : files) {
            ObjectNode node = array.addObject();
            node.put("file", change.file());
            node.put("state", change.state().toString());
            if (!change.remarks().isEmpty()) {
                change.remarks().forEach(node.putArray("remarks")::add);
            }
        }
        return new ResultDetail("files", array);
    }

    /** What concerns no file. */
    public static ResultDetail remarks(List<String> remarks) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        remarks.forEach(array::add);
        return new ResultDetail("remarks", array);
    }

    /** Everything that is wrong with the files, or may become so. */
    public static ResultDetail findings(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> CheckJson.finding(array.addObject(), finding));
        return new ResultDetail("findings", array);
    }

    /** How many tests ran, and those that failed. */
    public static ResultDetail tests(List<ScriptResult> results) {
        ObjectNode node = JsonReport.object();
        node.put("count", results.stream().mapToInt(r -> r.cases().size()).sum());
        ArrayNode failures = node.putArray("failures");
        results.forEach(result -> result.failed()
                .forEach(failed -> CheckJson.failure(
                        failures.addObject().put("script", result.script().name()), failed)));
        return new ResultDetail("tests", node);
    }

    /** A single run of a script. */
    public static ResultDetail run(DryRunReport report) {
        RunOutcome seen = report.seen();
        ObjectNode node = JsonReport.object();
        node.put("script", report.script().name());
        node.put("where", report.where());
        seen.failure().ifPresent(failure -> node.put("error", failure.text()));
        CheckJson.differences(node.putArray("changes"), report.changes(), "before", "after");
        CheckJson.value(node, "attributes", seen.attributes());
        CheckJson.value(node, "output", seen.output());
        seen.log().ifPresent(log -> log.forEach(line -> node.withArray("logs").add(line.toString())));
        if (!seen.printed().isEmpty()) {
            seen.printed().forEach(node.putArray("printed")::add);
        }
        seen.operations().ifPresent(operations -> node.put("operations", operations));
        node.put("milliseconds", seen.duration().toNanos() / MICROS_IN_MILLI / MICROS_IN_MILLI);
        return new ResultDetail("run", node);
    }

    /** What the server made, which no file declares. */
    public static ResultDetail made(ObjectAddress subject, UUID id) {
        return new ResultDetail("made", JsonReport.subject(subject).put("id", id.toString()));
    }

    /** Two bodies that were compared. */
    public static ResultDetail difference(String left, String right, int added, int removed) {
        return new ResultDetail(
                "difference",
                JsonReport.object()
                        .put("left", left)
                        .put("right", right)
                        .put("added", added)
                        .put("removed", removed));
    }

    /** The server's own comparison of two versions. */
    public static ResultDetail difference(Comparison comparison) {
        return difference(
                "version " + comparison.versionA(),
                "version " + comparison.versionB(),
                count(comparison, "added"),
                count(comparison, "removed"));
    }

    private static int count(Comparison comparison, String type) {
        return (int) comparison.diffLines().stream()
                .filter(line -> line.changeType().equals(type))
                .count();
    }

    /** Where the embedded server answers. */
    public static ResultDetail server(String url, UUID tenant) {
        return new ResultDetail("server", JsonReport.object().put("url", url).put("tenant", tenant.toString()));
    }

    /** Why somebody did it. */
    public static ResultDetail reason(String reason) {
        return new ResultDetail("reason", TextNode.valueOf(reason));
    }
}
