package dev.idpscripts.workspace.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Forms of the value that is wrong, after "a:". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " x",
                " 'x'",
                " \"x\"  # why",
                " |\n            old\n            text",
                " |-\n            old\n\n            text\n",
                " >+\n            old\n            text\n",
                " old\n            text",
                "\n            x: 1\n            y: 2  # two",
                "\n          - 1\n          - 2",
                "  # why\n            x: 1",
                " &anchor x",
                " !!str 5",
                " 1.5",
                " null",
                ""
            })
    void textsOfSeveralLines(String old) {
        for (String text :
                List.of("one\\ntwo", "one\\n\\n two\\n", "# no\\r\\n: - x", "\\x07\\ufeff\\t", "08123", "no", "")) {
            String file = "tests:\n  - name: t\n    context: {variables: {result: {a: \"" + text
                    + "\", b: 1}}}\n    expect:\n      attributes:\n          a:" + old
                    + "\n          # below\n          b: 1\n  - name: next # too\n";
            repo.file(FILE, file);
            assertEquals(CaseResult.CaseState.FAILED, states().get(0), file);
            record(true);
            String got = repo.read(FILE);
            assertEquals(CaseResult.CaseState.PASSED, states().get(0), got);
            assertTrue(got.contains("\n          # below\n          b: 1\n  - name: next # too\n"), got);
            assertEquals(old.contains("why"), got.contains("# why"), got);
            assertEquals(old.contains("&"), got.contains("&anchor"), got);
        }
    }

    @Test
    void anAnchorThatTestsShareIsChangedForAllOrForNone() {
        String file = """
                tests:
                  - name: one
                    context: {variables: {result: {n: %s}}}
                    expect: {attributes: {n: &n 10}}
                  - name: two
                    context: {variables: {result: {n: %s}}}
                    expect: {attributes: {n: *n}}
                """;
        repo.file(FILE, file.formatted("12345678", "12345678"));
        record(true);
        assertEquals(file.formatted("12345678", "12345678").replace("&n 10", "&n 12345678"), repo.read(FILE));
        for (List<String> numbers :
                List.of(List.of("12345678", "10"), List.of("10", "123"), List.of("12345678", "123"))) {
            String text = file.formatted(numbers.get(0), numbers.get(1));
            repo.file(FILE, text);
            UserError e = assertThrows(UserError.class, () -> record(true));
            assertEquals(
                    FILE + " cannot be rewritten so that it says just what it is to say; it was left as it is",
                    e.what());
            assertTrue(
                    e.getMessage().contains("No file was changed. Does another test use the same lines"),
                    e.getMessage());
            String two = numbers.get(1).equals("123")
                    ? "\n  - name: two\n    expect: {attributes: {n: 123}}"
                    : "\n  - name: one\n    expect: {attributes: {n: 12345678}}";
            assertTrue(e.getMessage().contains(two), e.getMessage());
            assertEquals(text, repo.read(FILE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests:\n  - &t {name: a, context: {variables: {result: {n: 1}}}, expect: {attributes: {n: 2}}}\n  - {<<: *t, name: b, context: {variables: {result: {n: 2}}}}\n",
                "tests:\n  - {name: a, context: &c {variables: {result: &r {n: 1}}}, expect: {attributes: {n: 1}, output: *r}}\n",
                "tests:\n  - {name: a, context: {variables: {result: &r {n: 1, m: {n: 1}}}}, expect: {attributes: {m: {n: 2}, n: 1}, output: {mail: x}}}\n  - {name: b, context: {variables: {result: {l: [1]}}}, expect: &e {attributes: {l: [2]}}}\n  - {name: c, context: {variables: {result: {l: [3]}}}, expect: *e}\n"
            })
    void whatCannotBeRewrittenStaysAsItIs(String file) {
        repo.file(FILE, file).file("scripts/b.rhai", "1").file("scripts/b.tests.yaml", "tests: [{name: fresh}]\n");
        UserError e = assertThrows(UserError.class, () -> record(true));
        assertTrue(e.getMessage().contains("expect: {"), e.getMessage());
        assertEquals(file, repo.read(FILE));
        assertFalse(Files.exists(folder.resolve("scripts/b.tests.snap")), "none of the files is written");
    }

    @Test
    void lineEndsByteOrderMarkAndModeStay() throws IOException {
        String file =
                "\uFEFFtests:\r\n  - name: a\r\n    context: {variables: {result: {n: 1}}}\r\n    expect:\n      attributes:\r\n        n: 2\r\n";
        repo.file(FILE, file);
        Files.setPosixFilePermissions(folder.resolve(FILE), PosixFilePermissions.fromString("rwxr-x---"));
        record(true);
        assertEquals(file.replace("n: 2", "n: 1"), repo.read(FILE));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FILE))));
    }
}
