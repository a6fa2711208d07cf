package dev.idpscripts.check;

import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Plan;
import java.util.List;

/** Examines every body that a plan pushes: it must compile and pass its tests. */
public final class PlanChecks {

    private final Compilation compilation;
    private final ScriptTests tests;
    private final Behaviours behaviours;

    /**
     * @param runner runs bodies where the compilation compiles them
     */
    public PlanChecks(Compilation compilation, Runner runner) {
        this.compilation = compilation;
        this.tests = new ScriptTests(runner);
        this.behaviours = new Behaviours(runner);
    }

    /** The plan with a verdict for each body. */
    public Plan examine(Plan plan) {
        return plan.with(Pushed.by(plan).parallelStream().map(this::examine).toList());
    }

    private BodyCheck examine(Pushed pushed) {
        Script script = pushed.script();
        List<Finding> findings = compilation.check(script);
        boolean compiles = findings.stream().noneMatch(Finding::isError);
        ScriptResult result = compiles ? tests.run(script, test -> true) : new ScriptResult(script, List.of());
        return new BodyCheck(
                script.name(),
                findings,
                result.cases().size(),
                result.failed(),
                pushed.before().filter(before -> compiles).map(before -> behaviours.compare(before, result)));
    }
}
