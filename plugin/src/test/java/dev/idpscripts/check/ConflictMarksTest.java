package dev.idpscripts.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A conflict that nobody has solved yet is called one, wherever it stands; what only looks like one is not. */
class ConflictMarksTest {

    private static final RhaiEngine ENGINE = new RhaiEngine();
    private static final String CONFLICT = "<<<<<<< HEAD\n%s\n=======\n%s\n>>>>>>> feature/x\n";

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder).file("scripts/a.rhai", "let a = 1;\n").file("scripts/a.yaml", "name: a\n");
    }

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    private List<String> problems() {
        Environment environment;
        try {
            environment = new Environments(folder).choose("sandbox");
        } catch (InvalidFiles e) {
            return e.problems().stream().map(Object::toString).toList();
        }
        Workspace.Reading reading = new Workspace(folder).look(environment);
        List<Finding> found = new Validator(ENGINE, environment).validate(reading.files(), List.of());
        return Stream.concat(
                        reading.problems().stream().map(Finding::of),
                        found.stream().filter(Finding::isError))
                .map(finding -> finding.origin() + ": " + finding.message())
                .toList();
    }

    static Stream<Arguments> conflicts() {
        String lines = CONFLICT.formatted("let b = 1;", "let b = 2;");
        return Stream.of(
                Arguments.of("scripts/a.rhai", lines, 1),
                Arguments.of("scripts/a.rhai", "let a = 1;\r\n" + lines.replace("\n", "\r\n"), 2),
                Arguments.of("scripts/a.rhai", "fn f() {\n" + lines.replace("=======", "||||||| base\n0\n======="), 2),
                Arguments.of("scripts/a.rhai", "/*\n" + lines + "*/", 2),
                Arguments.of("scripts/a.rhai", lines.replace(" HEAD", "").replace(" feature/x", ""), 1),
                Arguments.of("scripts/a.rhai", "let a = 1;\n<<<<<<< HEAD\nlet b = 2;\n", 2),
                Arguments.of("scripts/a.rhai", "let a = 1;\n=======\nlet b = 2;\n", 2),
                Arguments.of("scripts/a.rhai", "let a = 1;\n>>>>>>> files\n", 2),
                Arguments.of("templates/t.rhai", lines, 1),
                Arguments.of("scripts/a.yaml", "name: a\n" + CONFLICT.formatted("status: draft", "status: active"), 2),
                Arguments.of("scripts/a.yaml", "name: a\n>>>>>>> feature\n", 2),
                Arguments.of("scripts/a.yaml", "name: a\n=======\nstatus: draft\n", 2),
                Arguments.of("scripts/a.tests.yaml", "tests:\n" + CONFLICT.formatted("  - name: x", "  - name: y"), 2),
                Arguments.of("bindings/x.yaml", CONFLICT.formatted("connector: X", "connector: Y"), 1),
                Arguments.of(
                        "environments/sandbox.yaml",
                        "url: sandbox\n" + CONFLICT.formatted("mask: [a]", "mask: [b]"),
                        2));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void isCalledOne(String file, String text, int line) {
        repo.file(file, text);
        assertEquals(
                List.of(
                        file + ":" + line + ":1: conflict mark of a merge at line " + line
                                + ": decide what is to stay there, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"),
                problems());
    }

    @Test
    void inWhatTestsRecorded() {
        repo.file("scripts/a.tests.yaml", "tests: [{name: x}]")
                .file("scripts/a.tests.snap", "{\n" + CONFLICT.formatted("\"x\": 1", "\"x\": 2") + "}\n");
        assertEquals(List.of("scripts/a.tests.snap:2:1: " + Markers.problem(2)), problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// =======\nlet a = 1;\n",
                "/*\n=======\n Title\n=======\n*/\nlet a = 1;\n",
                "// <<<<<<< HEAD\n// =======\n// >>>>>>> x\n",
                "/*\n<<<<<<< a sign\n*/\n",
                "let a = `\n=======\n`;\n",
                "let a = \"<<<<<<< =======  >>>>>>>\";\n",
                "/*\n  <<<<<<< HEAD\n  =======\n  >>>>>>> x\n*/\n"
            })
    void whatOnlyLooksLikeOne(String body) {
        repo.file("scripts/a.rhai", body);
        assertEquals(List.of(), problems());
    }

    @Test
    void anotherMistakeIsTold() {
        repo.file("scripts/a.rhai", "/*\n=======\n*/\nlet a = ;\n")
                .file("scripts/a.yaml", "name: |\n  =======\nx: [\n");
        assertEquals(
                List.of("scripts/a.yaml:4:1: not valid YAML: expected the node content, but found '<stream end>'"),
                problems().subList(0, 1));
        repo.file("scripts/a.yaml", "name: a\n");
        assertEquals(1, problems().size());
        assertEquals(-1, problems().get(0).indexOf("conflict"), problems().get(0));
    }
}
