package dev.idpscripts.report.json;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a goal ended, for {@code result.json}.
 *
 * @param goal the goal's name
 * @param outcome how it ended
 * @param target the environment, if it came so far
 * @param requests how many requests were sent
 * @param counts what else was counted
 * @param plan the plan, if it came so far
 * @param applied what became of it, if it came so far
 * @param findings what is wrong in the files, or may become so, if that was looked for
 * @param details what the goal did and found beside that
 * @param error what ended the run, if something did
 */
public record RunResult(
        String goal,
        Outcome outcome,
        Optional<Target> target,
        int requests,
        Map<String, Integer> counts,
        Optional<Plan> plan,
        Optional<ApplyResult> applied,
        List<Finding> findings,
        List<ResultDetail> details,
        Optional<IdpScriptsException> error) {

    public RunResult {
        findings = List.copyOf(findings);
        details = List.copyOf(details);
    }
}
