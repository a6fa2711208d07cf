package dev.idpscripts.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> lost() {
        return Stream.of(
                arguments("output.a = 1;\noutput.r = 1..3;", "output.r range 2:1"),
                arguments("let v = 1;\noutput.list = [1];\noutput.list.push(|x| x);\n", "output.list[1] Fn 3:1"),
                arguments("fn f() {\n  timestamp()\n}\noutput.deep = #{ t: f() };", "output.deep.t timestamp 4:1"),
                arguments("if false {\n  output.b = 1;\n} else {\n  output.b = blob(3);\n}", "output.b blob 4:3"),
                arguments(
                        "let n = 1;\nfor i in 0..3 {\n  if i == 1 {\n    output.x = i..n;\n  }\n}",
                        "output.x range 4:5"),
                arguments("output.x = 1..2;\noutput.x = 1;", ""),
                arguments("attributes.f = Fn(\"g\");\noutput.a = 1;", "attributes.f Fn 1:1"),
                arguments("let all = 1;\noutput = 5;", "output i64 2:1"),
                arguments("output.n = 0.0 / 0.0;\noutput.c = 'c';\noutput.u = ();", ""),
                arguments("let f = || output.r = 1..2;\nf.call();", "output.r range 1:12"),
                // Twice that sleep would be too long.
                arguments("sleep(16);\noutput.f = 1..3;", "output.f range 2:1"));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void tellsWhatTheServerLosesAndSinceWhichStatement(String script, String lost) {
        Run run = ENGINE.run(job(script));
        assertEquals(
                lost,
                run.lost().stream()
                        .map(l -> l.name() + " " + l.kind() + " " + l.place().line() + ":"
                                + l.place().column())
                        .collect(Collectors.joining("; ")));
        boolean output = lost.startsWith("output");
        assertEquals(output, run.result().orElseThrow().output().isEmpty());
    }

    @Test
    void seesWhatIsSurelyLost() {
        Compiled.BodyFacts facts = ENGINE.compile(job("""
                        let x = 1;
                        output.r = 0..x;
                        output.list[0] = [|y| x + y];
                        attributes.deep = #{ at: timestamp(), ok: 1 };
                        variables.f = |y| y;
                        output.fine = [1, "a", #{}];
                        """)).facts().orElseThrow();
        assertEquals(
                List.of("output.r range 2", "output.list[…] Fn 3", "attributes.deep timestamp 4"),
                facts.lost().stream()
                        .map(l -> l.name() + " " + l.kind() + " " + l.place().line())
                        .toList());
    }

    @Test
    void sleepsWithoutWaiting() {
        Run run =
                ENGINE.run(job("let t = timestamp(); sleep(7); output.slept = t.elapsed >= 7.0 && t.elapsed < 20.0;"));
        assertEquals(Map.of("slept", true), run.result().orElseThrow().output());
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
