package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.CaseResult.CaseState;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.Difference.Relation;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.model.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the server itself try every body that a plan pushes, without a trace there, before anything is written: the body must compile
 * there and pass its tests. A body without tests is run once with an empty context, and need only compile.
 */
public final class ServerChecks {

    private static final JsonValue NOTHING = new JsonValue(Map.of());

    private final Runner server;
    private final ScriptTests tests;

    public ServerChecks(Runner server) {
        this.server = server;
        this.tests = new ScriptTests(server);
    }

    /** How each body did. */
    public List<ScriptResult> examine(Plan plan) {
        return Pushed.by(plan).parallelStream()
                .map(Pushed::script)
                .map(script -> script.tests().isEmpty() ? compiles(script) : tests.run(script, test -> true))
                .toList();
    }

    /**
     * What is wrong with a body that was just pushed; empty if it runs with the context of its first test, or, if it has no
     * tests, compiles.
     */
    public Optional<String> smoke(Script script) {
        Optional<TestCase> first = script.tests().stream().findFirst();
        ScriptResult result =
                first.isPresent() ? tests.run(script, test -> test.equals(first.get())) : compiles(script);
        return result.failures().stream()
                .findFirst()
                .map(failed -> failed.test().name()
                        + failed.seen()
                                .failure()
                                .map(failure -> ": " + failure.shown())
                                .orElse(": another result than expected"));
    }

    /** A run with nothing is no test, so only its failure is told. */
    private ScriptResult compiles(Script script) {
        TestCase trial =
                new TestCase("compiles on the server", NOTHING, Optional.empty(), Optional.empty(), script.origin());
        RunOutcome seen = server.run(script.body(), NOTHING);
        List<CaseResult> failed = seen
                .failure()
                .filter(failure -> failure.cause() == Failure.FailureKind.COMPILATION)
                .map(failure -> new Difference(
                        List.of("error"), Relation.SAME, Optional.empty(), Optional.of(new JsonValue(failure.text()))))
                .map(difference -> new CaseResult(trial, CaseState.FAILED, seen, List.of(difference)))
                .stream()
                .toList();
        return new ScriptResult(script, failed);
    }
}
