package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.check.BehaviourChange;
import dev.idpscripts.model.check.BodyCheck.Behaviour;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.ScriptResult;
import java.util.ArrayList;
import java.util.List;

/** Runs an old body over the contexts that the new one was tested with, and compares. */
final class Behaviours {

    private final Runner runner;

    Behaviours(Runner runner) {
        this.runner = runner;
    }

    Behaviour compare(Body before, ScriptResult after) {
        List<BehaviourChange> changes = new ArrayList<>();
        for (CaseResult result : after.cases()) {
            RunOutcome old = runner.run(before, result.test().context());
            List<Difference> differences =
                    ExpectationMatcher.between(old.result(), result.seen().result());
            if (!differences.isEmpty()) {
                changes.add(new BehaviourChange(result.test().name(), differences));
            }
        }
        return new Behaviour(after.cases().size(), changes);
    }
}
