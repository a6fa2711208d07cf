package dev.idpscripts.report.ci;

import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a run ended, as values that later steps of a pipeline read. Each is one line without control characters. */
public final class CiLines {

    private CiLines() {}

    /** Values by name, such as {@code exit-code}. */
    public static Map<String, String> lines(RunResult result) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("outcome", result.outcome().name());
        values.put("exit-code", String.valueOf(result.outcome().exitCode()));
        result.plan().ifPresent(plan -> {
            values.put("changes", String.valueOf(plan.changes().size()));
            values.put("drift", String.valueOf(plan.overwriting().size()));
        });
        values.put("summary", Text.clean(summary(result)).strip());
        return values;
    }

    private static String summary(RunResult result) {
        return result.error()
                .map(error -> error.getMessage().lines().findFirst().orElse(""))
                .or(() -> result.applied().map(ApplyText::summary))
                .or(() -> result.plan().map((Plan plan) -> PlanSummary.sentence(plan)))
                .orElse("");
    }
}
