package dev.idpscripts.check;

import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Plan;

/** Examines every body that a plan pushes: it must compile and pass its tests. */
public final class PlanChecks {

    private final Examiner examiner;
    private final Behaviours behaviours;

    /**
     * @param runner runs bodies where the compilation compiles them
     */
    public PlanChecks(Compilation compilation, Runner runner) {
        this.examiner = new Examiner(compilation, runner);
        this.behaviours = new Behaviours(runner);
    }

    /** The plan with a verdict for each body. */
    public Plan examine(Plan plan) {
        return plan.with(Pushed.by(plan).parallelStream().map(this::examine).toList());
    }

    private BodyCheck examine(Pushed pushed) {
        Script script = pushed.script();
        Examined examined = examiner.examine(script);
        ScriptResult result = examined.tests();
        return new BodyCheck(
                script.name(),
                examined.findings(),
                result.cases().size(),
                result.failed(),
                pushed.before()
                        .filter(before -> examined.compiles())
                        .map(before -> behaviours.compare(before, result)));
    }
}
