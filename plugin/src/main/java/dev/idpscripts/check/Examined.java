package dev.idpscripts.check;

import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.ScriptResult;
import java.util.List;

/**
 * What is known about a script.
 *
 * @param findings what is wrong with it, and what may go wrong
 * @param tests how they ended; none ran if it does not compile
 */
public record Examined(List<Finding> findings, ScriptResult tests) {

    public Examined {
        findings = List.copyOf(findings);
    }

    /** Whether the body compiles. */
    boolean compiles() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
