package dev.idpscripts.model.check;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a body that a plan pushes.
 *
 * @param script the script's name
 * @param findings what its compiler says, warnings too
 * @param tests how many tests were run; none if it has none, or does not compile
 * @param failures those that failed
 * @param behaviour how it differs from the body on the server; empty where there is none to compare with
 */
public record BodyCheck(
        String script, List<Finding> findings, int tests, List<FailedTest> failures, Optional<Behaviour> behaviour) {

    /**
     * Old and new body over the same contexts.
     *
     * @param contexts how many were tried
     * @param changes those under which the result differs
     */
    public record Behaviour(int contexts, List<BehaviourChange> changes) {

        public Behaviour {
            changes = List.copyOf(changes);
        }
    }

    public BodyCheck {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    public boolean compiles() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** Whether the body may be pushed. */
    public boolean passed() {
        return compiles() && failures.isEmpty();
    }
}
