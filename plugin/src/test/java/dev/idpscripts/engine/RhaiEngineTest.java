package dev.idpscripts.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the engine says beyond the server's answer; that answer itself is compared with the recordings in RecordingsTest. */
class RhaiEngineTest {

    private static final RhaiEngine ENGINE = new RhaiEngine();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static Job job(String script, Map<String, Object> context) {
        return Job.of(script, context, new UUID(0, 1));
    }

    private static Job job(String script) {
        return job(script, Map.of());
    }

    @Test
    void tellsLogPrintsAndOperations() {
        Run run = ENGINE.run(job("log_info(\"one\"); print(2); log_warn(\"three\"); debug(\"four\");"));
        assertEquals(List.of(new Run.LogLine("info", "one"), new Run.LogLine("warn", "three")), run.log());
        assertEquals(List.of("2", "1:47 | \"four\""), run.printed());
        assertTrue(run.operations() > 0 && run.operations() < 50, "" + run.operations());
    }

    @Test
    void tellsWhereAndThroughWhichCalls() {
        ScriptFailure failure = ENGINE.run(job("fn g(x) { x.foo() }\nfn f(x) {\n  g(x)\n}\nf(1);"))
                .failure()
                .orElseThrow();
        assertEquals(new Place(1, 13), failure.place());
        assertEquals("Function not found: foo (i64)", failure.message());
        assertEquals(
                List.of(new ScriptFailure.Frame("g", new Place(3, 3)), new ScriptFailure.Frame("f", new Place(5, 1))),
                failure.calls());
    }

    @Test
    void compilesWithTheVariablesThatScriptsSee() {
        assertTrue(ENGINE.compile(job("attributes.mail = tenant_id;")).failure().isEmpty());
        ScriptFailure typo =
                ENGINE.compile(job("\n  attribute.mail = 1;")).failure().orElseThrow();
        assertEquals("Undefined variable: attribute", typo.message());
        assertEquals(new Place(2, 3), typo.place());
        assertTrue(ENGINE.validate("attributes.mail").isPresent(), "the server's validate knows no variables");
    }

    @Test
    void tracesLines() {
        Run run = ENGINE.trace(job("""
                fn unused(x) {
                    x + 1
                }
                let n = 1;
                if n > 1 {
                    n = 2;
                } else {
                    n = 3;
                }
                output.n = n;
                """));
        Run.Lines lines = run.lines().orElseThrow();
        assertEquals(new TreeSet<>(Set.of(2, 4, 5, 6, 8, 10)), lines.all());
        assertEquals(new TreeSet<>(Set.of(4, 5, 8, 10)), lines.reached());
    }

    @Test
    void seesWhatFailsOnlyLater() {
        Compiled.BodyFacts facts = ENGINE.compile(job("""
                        fn lower(text) { text.to_lower() + attributes.mail }
                        tenant_id = "x";
                        let f = |a| a + variables.n;
                        nothing(1, 2);
                        """)).facts().orElseThrow();
        assertEquals(
                List.of("attributes"),
                facts.unseen().stream().map(Compiled.Variable::name).toList());
        assertEquals(
                List.of("tenant_id"),
                facts.assigned().stream().map(Compiled.Variable::name).toList());
        assertEquals(
                Set.of("to_lower/1", "nothing/2"),
                facts.calls().stream()
                        .map(c -> c.name() + "/" + c.arguments())
                        .filter(c -> !c.startsWith("curry"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void takesAnyContext() {
        assertEquals(
                "ü",
                ENGINE.run(job(
                                "output.a = attributes[1];",
                                Map.of("attributes", java.util.Arrays.asList(1, "ü", null))))
                        .result()
                        .orElseThrow()
                        .output()
                        .get("a"));
        assertTrue(ENGINE.run(Job.of("output.a = attributes;", null, new UUID(0, 1)))
                .failure()
                .isEmpty());
    }
}
