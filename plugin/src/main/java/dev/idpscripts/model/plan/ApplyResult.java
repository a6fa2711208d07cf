package dev.idpscripts.model.plan;

import java.util.Arrays;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param results one for each change, in the plan's order
 * @param interrupted whether somebody stopped the run
 * @param takenBack whether a change failed, and the run tried to undo all that it had done
 */
public record ApplyResult(List<Result> results, boolean interrupted, boolean takenBack) {

    /** What can become of a change. */
    public enum State {
        APPLIED,
        /** It was done already when the run began. */
        SKIPPED,
        FAILED,
        /** It was done, and then taken back because another change failed. */
        UNDONE,
        /** It was done, and could not be taken back. */
        NOT_UNDONE,
        NOT_ATTEMPTED
    }

    /**
     * What became of one change.
     *
     * @param change the change
     * @param state what became of it
     * @param message why it failed, or a remark; may be empty
     * @param open whether undoing it did not succeed
     */
    public record Result(Change change, State state, String message, boolean open) {

        public Result(Change change, State state, String message) {
            this(change, state, message, false);
        }
    }

    /** Nobody stopped it, and nothing was undone. */
    public ApplyResult(List<Result> results) {
        this(results, false, false);
    }

    public ApplyResult {
        results = List.copyOf(results);
    }

    /** Whether nothing is left of the run: all that it did was taken back. */
    public boolean isRolledBack() {
        return takenBack
                && count(State.APPLIED, State.NOT_UNDONE) == 0
                && results.stream().noneMatch(Result::open);
    }

    public boolean isComplete() {
        return count(State.APPLIED, State.SKIPPED) == results.size();
    }

    public int count(State... states) {
        return in(states).size();
    }

    /** The results in one of these states. */
    public List<Result> in(State... states) {
        List<State> wanted = Arrays.asList(states);
        return results.stream().filter(r -> wanted.contains(r.state())).toList();
    }
}
