package dev.idpscripts.check;

import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.TestCase;
import java.util.List;
import java.util.function.Predicate;

/** Runs scripts' tests, several at once, with the same results in the same order each time. */
public final class ScriptTests {

    private final Runner runner;

    public ScriptTests(Runner runner) {
        this.runner = runner;
    }

    /** Runs the tests of all scripts that the filter lets through. */
    public List<ScriptResult> run(List<Script> scripts, Predicate<TestCase> filter) {
        return scripts.parallelStream().map(script -> run(script, filter)).toList();
    }

    /** Runs a script's tests. */
    ScriptResult run(Script script, Predicate<TestCase> filter) {
        List<CaseResult> cases = script.tests().parallelStream()
                .filter(filter)
                .map(test -> ExpectationMatcher.judge(test, runner.run(script.body(), test.context())))
                .toList();
        return new ScriptResult(script, cases);
    }
}
