package dev.idpscripts.command.session;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.json.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What one run did and found, noted as it goes along, so that {@code result.json} tells it also after a failure. */
public final class RunNotes {

    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, ResultDetail> details = new LinkedHashMap<>();
    private final List<FileChange> files = new ArrayList<>();
    private Optional<Target> target = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Optional<ApplyResult> applied = Optional.empty();

    /** How many requests were sent so far; whoever sends some counts here. */
    public AtomicInteger requests() {
        return requests;
    }

    public void target(Target where) {
        target = Optional.of(where);
    }

    public void count(String what, int n) {
        counts.put(what, n);
    }

    public void plan(Optional<Plan> made) {
        plan = made;
    }

    public void applied(ApplyResult result) {
        applied = Optional.of(result);
    }

    /** Notes files that were written, or would be. */
    public void files(List<FileChange> changes) {
        files.addAll(changes);
        detail(ResultDetail.files(files));
    }

    /** Notes a detail, in place of an earlier one of the same name. */
    public void detail(ResultDetail detail) {
        details.put(detail.name(), detail);
    }

    public RunResult result(String goal, Outcome outcome, Optional<IdpScriptsException> error) {
        return new RunResult(
                goal, outcome, target, requests.get(), counts, plan, applied, List.copyOf(details.values()), error);
    }
}
