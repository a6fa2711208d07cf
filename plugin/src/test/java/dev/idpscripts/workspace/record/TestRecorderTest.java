package dev.idpscripts.workspace.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written into the files beside tests; what is written passes. */
class TestRecorderTest {

    private static final RhaiEngine ENGINE = new RhaiEngine();
    private static final String FILE = "scripts/a.tests.yaml";
    private static final String SNAPSHOT = "scripts/a.tests.snap";

    @TempDir
    Path folder;

    private Repo repo;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** Its result is what the context says, and an address of this environment. */
    @BeforeEach
    void script() {
        repo = Repo.in(folder).file("scripts/a.rhai", """
                if "fail" in variables { throw variables.fail; }
                for line in variables.log ?? [] { log_warn(line); }
                attributes = variables.result;
                output.mail = "anna@" + "@@mail-domain@@";
                """);
    }

    private List<ScriptResult> run() {
        Environment environment = new Environments(folder).choose(null);
        return new ScriptTests(new EmbeddedRunner(ENGINE, environment.tenant(), false))
                .run(new Workspace(folder).read(environment).scripts(), test -> true);
    }

    private List<FileChange> record(boolean update) {
        return new TestRecorder(folder, new Environments(folder).choose(null)).record(run(), update);
    }

    private List<CaseResult.CaseState> states() {
        return run().get(0).cases().stream().map(CaseResult::state).toList();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                arguments("a value", "{result: {a: 2}}", "attributes: {a: 1}  # why", "attributes: {a: 2}  # why"),
                arguments(
                        "one of many",
                        "{result: {a: 1, b: x}}",
                        "attributes: {a: 1, b: 'y'}",
                        "attributes: {a: 1, b: x}"),
                arguments(
                        "only what is expected", "{result: {a: 2, b: 3}}", "attributes: {a: 1}", "attributes: {a: 2}"),
                arguments("a key too many", "{result: {a: 1}}", "attributes: {a: 1, b: 2}", "attributes: {a: 1}"),
                arguments(
                        "a key too few",
                        "{result: {a: 1, b: [x, null]}}",
                        "{attributes: {a: 1}, exactly: true}",
                        "{attributes: {a: 1, b: [x, null]}, exactly: true}"),
                arguments(
                        "in a list",
                        "{result: {l: [1, 2, 3]}}",
                        "attributes: {l: [1, 5, 3]}",
                        "attributes: {l: [1, 2, 3]}"),
                arguments("another length", "{result: {l: [1]}}", "attributes: {l: [1, 5, 3]}", "attributes: {l: [1]}"),
                arguments("another type", "{result: {l: 'yes'}}", "attributes: {l: {a: 1}}", "attributes: {l: 'yes'}"),
                arguments(
                        "a placeholder",
                        "{result: {}}",
                        "output: {mail: bert@@@mail-domain@@}",
                        "output: {mail: anna@@@mail-domain@@}"),
                arguments("a literal mark", "{result: {a: 'x@@@@y'}}", "attributes: {a: x}", "attributes: {a: x@@@@y}"),
                arguments(
                        "no error",
                        "{result: {a: 1}}",
                        "error: bad",
                        "{attributes: {a: 1}, output: {mail: anna@@@mail-domain@@}}"),
                arguments("an error", "{fail: bad luck}", "attributes: {a: 1}", "{error: 'Runtime error: bad luck'}"),
                arguments("another error", "{fail: bad luck}", "error: good luck", "error: 'Runtime error: bad luck'"),
                arguments(
                        "the log",
                        "{result: {}, log: [one, two]}",
                        "logs: [three]",
                        "logs: [{warn: one}, {warn: two}]"),
                arguments("operations", "{result: {}}", "maxOperations: 1", "maxOperations: 19"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void rewritesWhatIsNotSo(String what, String variables, String before, String after) {
        String file =
                "# on top\ntests:\n  - name: ü𝄞\n    context: {variables: %s}\n    expect: %s\n  - name: next # too\n";
        String wrapped = before.startsWith("{") ? before : "\n      " + before;
        String expected = after.startsWith("{") ? after : "\n      " + after;
        repo.file(FILE, file.formatted(variables, wrapped));
        assertEquals(CaseResult.CaseState.FAILED, states().get(0));
        record(true);
        String got = repo.read(FILE);
        assertEquals(
                file.formatted(variables, expected),
                got.replace("maxOperations: " + operations(got), "maxOperations: 19"));
        assertEquals(CaseResult.CaseState.PASSED, states().get(0));
    }

    /** How many a run takes is the engine's affair. */
    private static String operations(String text) {
        int at = text.indexOf("maxOperations: ");
        return at < 0
                ? ""
                : text.substring(at + "maxOperations: ".length())
                        .lines()
                        .findFirst()
                        .orElse("");
    }

    @Test
    void rewritesBlocksWithoutTouchingWhatFollows() {
        repo.file(FILE, """
                tests:
                  - name: a
                    context: {variables: {result: {list: [1, 2], deep: {x: 1}}}}
                    expect:
                      attributes:
                        list:
                          - 1
                          - 3   # three
                          - 4

                        # about deep
                        deep:
                          x: 2
                  # the end
                """);
        record(true);
        assertEquals("""
                tests:
                  - name: a
                    context: {variables: {result: {list: [1, 2], deep: {x: 1}}}}
                    expect:
                      attributes:
                        list: [1, 2]

                        # about deep
                        deep:
                          x: 1
                  # the end
                """, repo.read(FILE));
    }

    @Test
    void recordsOnceAndComparesFromThenOn() {
        String file = "tests: [{name: a, context: {variables: {result: {n: %s}}}}]\n";
        repo.file(FILE, file.formatted("1"));
        assertEquals(List.of(CaseResult.CaseState.UNRECORDED), states());
        assertEquals(
                List.of(new FileChange(
                        SNAPSHOT, FileState.CREATED, List.of("1 test recorded; nothing was compared for it"))),
                record(false));
        assertEquals("""
                {
                  "a" : {
                    "attributes" : {
                      "n" : 1
                    },
                    "output" : {
                      "mail" : "anna@@@mail-domain@@"
                    }
                  }
                }
                """, repo.read(SNAPSHOT));
        assertEquals(List.of(CaseResult.CaseState.PASSED), states());
        assertEquals(List.of(), record(false));

        repo.file(
                "environments/sandbox.yaml",
                repo.read("environments/sandbox.yaml").replace("example.com", "other.example"));
        assertEquals(List.of(CaseResult.CaseState.PASSED), states(), "a snapshot holds in every environment");

        repo.file(FILE, file.formatted("2"));
        assertEquals(List.of(CaseResult.CaseState.FAILED), states());
        assertEquals(List.of(), record(false));
        record(true);
        assertEquals(List.of(CaseResult.CaseState.PASSED), states());

        repo.file(FILE, "tests: []\n");
        assertEquals(
                List.of(new FileChange(SNAPSHOT, FileState.REMOVED, List.of("1 record removed that no test needs"))),
                record(true));
        assertFalse(Files.exists(folder.resolve(SNAPSHOT)));
    }
}
