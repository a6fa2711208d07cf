package dev.idpscripts.check;

import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Compiles old bodies before a script goes back to them. Their tests are not run: those in the files are for the body in the files. */
public final class RollbackChecks {

    private final Compilation compilation;

    public RollbackChecks(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The plan with a verdict on each body about which there is something to say. */
    public Plan examine(Plan plan) {
        return plan.with(Pushed.by(plan).stream()
                .map(pushed -> examine(pushed.script()))
                .filter(check -> !check.findings().isEmpty())
                .toList());
    }

    private BodyCheck examine(Script script) {
        List<Finding> findings = compilation.check(script);
        return new BodyCheck(script.name(), findings, 0, List.of(), Optional.empty());
    }
}
