package dev.idpscripts.model.check;

import dev.idpscripts.model.declared.TestCase;
import java.util.List;

/**
 * How a test ended.
 *
 * @param differences where the result is not as expected; empty unless it failed
 */
public record CaseResult(TestCase test, CaseState state, RunOutcome seen, List<Difference> differences) {

    /** How it ended. */
    public enum CaseState {
        PASSED,
        FAILED,
        /** It expects nothing, and nothing was recorded to compare with. */
        UNRECORDED
    }

    public CaseResult {
        differences = List.copyOf(differences);
    }

    public boolean failed() {
        return state == CaseState.FAILED;
    }
}
