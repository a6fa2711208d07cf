package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;

/** How a goal ended, for machines: {@code result.json}. */
public final class ResultJson {

    private ResultJson() {}

    /** The file's text. */
    public static String render(RunResult result) {
        ObjectNode root = JsonReport.object();
        root.put("goal", result.goal());
        root.put("outcome", result.outcome().name());
        root.put("exitCode", result.outcome().exitCode());
        result.target().ifPresent(target -> JsonReport.target(root, target));
        root.put("requests", result.requests());
        if (!result.counts().isEmpty()) {
            ObjectNode counts = root.putObject("counts");
            result.counts().forEach(counts::put);
        }
        result.plan().ifPresent(plan -> counts(root.withObject("/counts"), plan));
        result.applied().ifPresent(applied -> applied(root, applied));
        result.details().forEach(detail -> root.set(detail.name(), detail.value()));
        result.error().ifPresent(error -> error(root, error));
        return JsonReport.write(root);
    }

    private static void counts(ObjectNode counts, Plan plan) {
        counts.put("changes", plan.changes().size());
        for (Change.Kind kind : Change.Kind.values()) {
            counts.put(kind.toString(), plan.count(kind));
        }
        counts.put("unmanaged", plan.unmanaged().size());
        counts.put("overwriting", plan.overwriting().size());
    }

    private static void applied(ObjectNode root, ApplyResult applied) {
        ObjectNode counts = root.withObject("/counts");
        counts.put("applied", applied.count(State.APPLIED));
        counts.put("skipped", applied.count(State.SKIPPED));
        counts.put("failed", applied.count(State.FAILED));
        counts.put("undone", applied.count(State.UNDONE));
        counts.put("notUndone", applied.count(State.NOT_UNDONE));
        counts.put("notAttempted", applied.count(State.NOT_ATTEMPTED));
        results(root.putArray("applied"), applied, State.APPLIED);
        results(root.putArray("skipped"), applied, State.SKIPPED);
        results(root.putArray("failed"), applied, State.FAILED);
        results(root.putArray("undone"), applied, State.UNDONE);
        results(root.putArray("notUndone"), applied, State.NOT_UNDONE);
        results(root.putArray("notAttempted"), applied, State.NOT_ATTEMPTED);
    }

    private static void results(ArrayNode array, ApplyResult applied, State state) {
        for (ApplyResult.Result result : applied.in(state)) {
            ObjectNode node = JsonReport.change(result.change());
            if (!result.message().isEmpty()) {
                node.put("message", result.message());
            }
            array.add(node);
        }
    }

    private static void error(ObjectNode root, IdpScriptsException error) {
        ObjectNode node = root.putObject("error");
        node.put("code", error.code().name());
        node.put("message", error.getMessage());
        if (error instanceof InvalidFiles invalid) {
            JsonReport.problems(node.putArray("problems"), invalid.problems());
        }
    }
}
