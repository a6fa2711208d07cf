package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import java.util.List;

/** Compiles a body and, if it compiles, runs its tests: the one way in which a script is examined here. */
final class Examiner {

    private final Compilation compilation;
    private final ScriptTests tests;

    /**
     * @param runner runs bodies where the compilation compiles them
     */
    Examiner(Compilation compilation, Runner runner) {
        this.compilation = compilation;
        this.tests = new ScriptTests(runner);
    }

    /** Examines with the embedded engine. */
    static Examiner embedded(Engine engine, Environment environment) {
        return new Examiner(
                new Compilation(engine, environment.tenant()), new EmbeddedRunner(engine, environment.tenant(), false));
    }

    /** What the compiler says, and how the tests ended. */
    Examined examine(Script script) {
        List<Finding> findings = compilation.check(script);
        boolean compiles = findings.stream().noneMatch(Finding::isError);
        return new Examined(findings, tests.run(script, test -> compiles));
    }
}
