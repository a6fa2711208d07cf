package dev.idpscripts.apply;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.plan.guard.ChangeStatus;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What a run has begun, what became of it, and whether more may begin. Asked and told by several threads. */
final class Attempts {

    private final OnFailure policy;
    private final Progress progress;
    private final IdentityHashMap<Change, Result> results = new IdentityHashMap<>();
    private final List<Change> begun = new ArrayList<>();
    private Dependents dependents = new Dependents(List.of());
    private boolean stopped;
    private boolean interrupted;

    Attempts(OnFailure policy, Progress progress) {
        this.policy = policy;
        this.progress = progress;
    }

    /** What is going to be attempted. */
    synchronized void expect(List<Change> changes) {
        dependents = new Dependents(changes);
    }

    /** Begins nothing further. */
    synchronized void stop() {
        stopped = true;
    }

    /** The same, because somebody wants it. */
    synchronized void interrupt() {
        stopped = true;
        interrupted = true;
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    synchronized boolean isFailed() {
        return in(State.FAILED) > 0;
    }

    /** Whether a change may begin; if not because of another, that is its result. */
    synchronized boolean begin(Change change) {
        if (stopped) {
            return false;
        }
        var obstacle = dependents.obstacle(change);
        if (obstacle.isPresent()) {
            results.put(
                    change,
                    new Result(
                            change,
                            State.NOT_ATTEMPTED,
                            "because of " + obstacle.get().kind() + " "
                                    + obstacle.get().subject()));
            dependents.failed(change);
            return false;
        }
        begun.add(change);
        return true;
    }

    /** What became of a change that was begun. */
    synchronized void record(Result result) {
        results.put(result.change(), result);
        if (result.state() == State.FAILED) {
            dependents.failed(result.change());
            stopped |= policy != OnFailure.CONTINUE;
        }
        progress.done(result);
    }

    /** It was carried out, and turned out to be wrong. */
    synchronized void failed(Change change, String message) {
        results.put(change, new Result(change, State.FAILED, message));
    }

    /** It was taken back, or could not be. */
    synchronized void taken(Result result) {
        results.put(result.change(), result);
        if (result.state() != State.FAILED) {
            progress.done(result);
        }
    }

    /** What was begun and has not come to its end. */
    synchronized List<Change> open() {
        return begun.stream().filter(change -> !results.containsKey(change)).toList();
    }

    /** What was begun, in that order. */
    synchronized List<Result> begun() {
        return begun.stream().map(this::result).toList();
    }

    /** What is pushed now; nothing if the run did not come to its end. */
    synchronized List<ScriptChange> pushed() {
        return stopped
                ? List.of()
                : results.values().stream()
                        .filter(r -> r.state() == State.APPLIED)
                        .map(Result::change)
                        .filter(ScriptChange.class::isInstance)
                        .map(ScriptChange.class::cast)
                        .toList();
    }

    /** What became of a planned change. */
    synchronized Result result(ChangeStatus status) {
        return status.state() == ChangeStatus.State.DONE
                ? new Result(status.change(), State.SKIPPED, "")
                : result(status.change());
    }

    private Result result(Change change) {
        return results.getOrDefault(change, new Result(change, State.NOT_ATTEMPTED, ""));
    }

    /** In a line, for the journal. */
    synchronized String summary() {
        return in(State.FAILED) + " failed, " + in(State.UNDONE) + " undone, " + results.size() + " attempted"
                + (interrupted ? ", interrupted" : "");
    }

    private long in(State state) {
        return results.values().stream().filter(r -> r.state() == state).count();
    }
}
