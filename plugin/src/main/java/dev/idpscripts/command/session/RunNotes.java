package dev.idpscripts.command.session;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.text.ApplyText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What one run did and found, noted as it goes along, so that {@code result.json} tells it also after a failure. */
public final class RunNotes {

    private final Supplier<String> goal;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, ResultDetail> details = new LinkedHashMap<>();
    private final List<FileChange> files = new ArrayList<>();
    private Optional<String> underWay = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private List<Finding> findings = List.of();
    private Optional<Plan> plan = Optional.empty();
    private Optional<ApplyResult> applied = Optional.empty();

    /** For a run of this goal, whose name is asked for at its end. */
    public RunNotes(Supplier<String> goal) {
        this.goal = goal;
    }

    /** How many requests were sent so far; whoever sends some counts here. */
    public AtomicInteger requests() {
        return requests;
    }

    public void target(Target where) {
        target = Optional.of(where);
    }

    /** The environment of the run; empty while none is chosen. */
    public Optional<String> environment() {
        return target.map(Target::environment);
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

    /**
     * Notes that something is going to be changed.
     *
     * @param state what is to be said if nobody knows how far that came, in a sentence or two
     */
    public void begin(String state) {
        underWay = Optional.of(state);
    }

    /** Notes that files of the repository are going to be changed. */
    public void beginFiles() {
        begin("Files of the repository may have been changed, each wholly or not at all: git status shows which."
                + " Nothing was changed on the server.");
    }

    /** What was changed so far, for a run that ends where nobody foresaw it. */
    public String state() {
        return applied.map(result -> "What was sent before stands in result.json. " + ApplyText.summary(result))
                .or(() -> underWay)
                .orElse("Nothing was changed.");
    }

    /** Notes files that were written, or would be. */
    public void files(List<FileChange> changes) {
        files.addAll(changes);
        detail(ResultDetail.files(files));
    }

    /** Notes what is wrong in the files, or may become so. */
    public void findings(List<Finding> found) {
        findings = List.copyOf(found);
        detail(ResultDetail.findings(found));
    }

    /** Notes a detail, in place of an earlier one of the same name. */
    public void detail(ResultDetail detail) {
        details.put(detail.name(), detail);
    }

    /** Only how it ended, where the whole of it cannot be told. */
    public RunResult bareResult(IdpScriptsException error) {
        return new RunResult(
                goal.get(),
                error.code().outcome(),
                Optional.empty(),
                requests.get(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(error));
    }

    public RunResult result(Outcome outcome, Optional<IdpScriptsException> error) {
        return new RunResult(
                goal.get(),
                outcome,
                target,
                requests.get(),
                counts,
                plan,
                applied,
                findings,
                List.copyOf(details.values()),
                error);
    }
}
