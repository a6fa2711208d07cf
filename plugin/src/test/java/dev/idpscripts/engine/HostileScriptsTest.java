package dev.idpscripts.engine;

import static dev.idpscripts.engine.ScriptFailure.FailureKind.PANIC;
import static dev.idpscripts.engine.ScriptFailure.FailureKind.RUNTIME;
import static dev.idpscripts.engine.ScriptFailure.FailureKind.SPACE;
import static dev.idpscripts.engine.ScriptFailure.FailureKind.TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that go too far: each ends with an error, and the next run works. */
@Tag("proof")
class HostileScriptsTest {

    /** Has so much patience that on a busy machine, too, it is the other limits that end a script. */
    private static final RhaiEngine ENGINE = new RhaiEngine(2, Duration.ofMinutes(2));

    private static final RhaiEngine HURRIED = new RhaiEngine(1, Duration.ofSeconds(3));

    @AfterAll
    static void close() {
        ENGINE.close();
        HURRIED.close();
    }

    private static Job job(String script) {
        return Job.of(script, Map.of("attributes", Map.of("mail", "a@b.c")), new UUID(0, 1));
    }

    private static void nextRunWorks() {
        nextRunWorks(ENGINE);
    }

    private static void nextRunWorks(RhaiEngine engine) {
        Run run = engine.run(job("output.mail = attributes.mail.to_upper(); attributes.n = 1;"));
        // to_upper makes a new string.
        assertEquals("A@B.C", run.result().orElseThrow().output().get("mail"));
    }

    private static final String TRAP = "let f = |x| x; loop { let g = [f]; g.pad(9000, f); f = f.curry(g); }";

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                arguments("loop {}", RUNTIME, "Too many operations"),
                arguments("let s = `x`; loop { s += s; }", RUNTIME, "Length of string too large"),
                arguments("let a = [1]; loop { a += a; }", RUNTIME, "Size of array/BLOB too large"),
                arguments(
                        "let m = #{}; let n = #{}; for i in 0..6000 { m[`a${i}`] = i; n[`b${i}`] = i; } m += n;",
                        RUNTIME,
                        "Size of object map too large"),
                arguments("fn f(n) { if n == 0 { 0 } else { 1 + f(n - 1) } } f(64)", RUNTIME, "Stack overflow"),
                arguments(
                        "let s = `x`; s.pad(65536, 'y'); for i in 0..90000 { s.to_upper(); }",
                        TIME,
                        "it ran longer than 3 s"),
                arguments(TRAP, SPACE, "it took more memory than the engine's 64 MiB (line 1)"),
                arguments(
                        "let n = 0.0;\nsleep(n / n);",
                        PANIC,
                        "the interpreter itself fails (cannot convert float seconds to Duration: value is either too big or NaN);"
                                + " on the server, too, such a run ends without an answer (line 2)"),
                arguments("for i in 0..4 { sleep(10); }", TIME, "it sleeps for more than the 30 s"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void areStoppedAndTheNextRunWorks(String script, ScriptFailure.FailureKind kind, String text) {
        RhaiEngine engine = kind == TIME ? HURRIED : ENGINE;
        ScriptFailure failure = engine.run(job(script)).failure().orElseThrow();
        assertEquals(kind, failure.cause(), failure.text());
        assertTrue(failure.text().contains(text), failure.text());
        nextRunWorks(engine);
    }

    @Test
    void goesAsDeepAsTheServer() {
        String nested = "((((1 + f(n - 1)))))";
        Run run = ENGINE.run(job("fn f(n) { if n == 0 { 0 } else { %s } } output.n = f(62);".formatted(nested)));
        Run.Returned result = run.result().orElseThrow(() -> new AssertionError(run.failure()));
        assertEquals(62, result.output().get("n"));
    }

    @Test
    void refusesThreeThousandParentheses() {
        String script = "(".repeat(3_000) + "1" + ")".repeat(3_000);
        ScriptFailure failure = ENGINE.compile(job(script)).failure().orElseThrow();
        assertEquals(ScriptFailure.FailureKind.COMPILATION, failure.cause());
        assertTrue(failure.text().startsWith("Expression exceeds maximum complexity"), failure.text());
        nextRunWorks();
    }

    @Test
    void buildsTheLargestStringArrayAndMap() {
        assertEquals(65_536, ((String) output("let s = ``; s.pad(65536, 'x'); output.all = s;")).length());
        assertEquals(10_000, ((List<?>) output("let a = []; a.pad(10000, 1); output.all = a;")).size());
        String map = "let m = #{}; for i in 0..9999 { m[`k${i}`] = i; } output.all = m;";
        assertEquals(9_999, ((Map<?, ?>) output(map)).size());
        nextRunWorks();
    }

    private static Object output(String script) {
        Run run = ENGINE.run(job(script));
        return run.result()
                .orElseThrow(() -> new AssertionError(run.failure()))
                .output()
                .get("all");
    }

    @Test
    void eightThreadsWithATrapInEveryFiftiethJobGetRightAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Run>> runs = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(
                            () -> ENGINE.run(job(i % 50 == 49 ? TRAP : "output.n = " + i + " + attributes.mail.len;"))))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i).get();
                if (i % 50 == 49) {
                    assertTrue(run.failure().isPresent());
                } else {
                    assertEquals(i + 5, run.result().orElseThrow().output().get("n"));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tenThousandRunsKeepMemoryFlat() {
        String script = "let list = []; for i in 0..50 { list.push(attributes.mail + i); } output.list = list;";
        repeat(script, 2_000);
        long before = used();
        repeat(script, 10_000);
        long grown = used() - before;
        assertTrue(grown < 8 << 20, "grew by " + grown + " bytes");
    }

    private static void repeat(String script, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(ENGINE.run(job(script)).failure().isEmpty());
        }
    }

    private static long used() {
        // Thrice, because one collection may leave what a finaliser still holds.
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
