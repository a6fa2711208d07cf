package dev.idpscripts.model.plan;

import java.util.Arrays;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param results one for each change, in the plan's order
 */
public record Applied(List<Result> results) {

    /** What can become of a change. */
    public enum State {
        APPLIED,
        /** It was done already when the run began. */
        SKIPPED,
        FAILED,
        NOT_ATTEMPTED
    }

    /**
     * What became of one change.
     *
     * @param change the change
     * @param state what became of it
     * @param message why it failed, or a remark; may be empty
     */
    public record Result(Change change, State state, String message) {}

    public Applied {
        results = List.copyOf(results);
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
