package dev.idpscripts.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.Problem;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.file.Problems;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of any shape: annotations, contexts, what tests expect. They are what they seem and what the server can hold, or refused. */
class FreeValuesTest {

    private static final String PLAINLY = ", or write the number as in JSON, such as 12 or 1.5";

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder).file("templates/t.rhai", "1").file("scripts/s.rhai", "1");
    }

    private Workspace.Reading look() {
        return new Workspace(folder).look(new Environments(folder).choose(null));
    }

    private List<String> problems() {
        return look().problems().stream().map(Problem::toString).toList();
    }

    private void refused(String... problems) {
        assertEquals(String.join("\n", problems), String.join("\n", problems()));
    }

    private JsonValue annotations(String yaml) {
        repo.file("templates/t.yaml", yaml);
        refused();
        return new JsonValue(look().files().templates().get(0).annotations().orElseThrow());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                // What the server cannot hold.
                arguments(
                        "\"\\ud83d\"",
                        "contains half a character (a lone surrogate), which the server refuses; remove it"),
                arguments(
                        "\"\\udc00x\"",
                        "contains half a character (a lone surrogate), which the server refuses; remove it"),
                arguments("\"x\\0y\"", "contains the character U+0000, which the server cannot store; remove it"),
                arguments("{\"k\\0\": 1}", "contains the character U+0000, which the server cannot store; remove it"),
                arguments(
                        "{\"\\ud800\": 1}",
                        "contains half a character (a lone surrogate), which the server refuses; remove it"),
                arguments(
                        "1.0e400",
                        "1.0e400 is a number that is too large or too long for the server; put it in quotes: \"1.0e400\""),
                arguments(
                        "-1.75e308",
                        "-1.75e308 is a number that is too large or too long for the server; put it in quotes: \"-1.75e308\""),
                arguments(
                        "1.0e99999999999",
                        "1.0e99999999999 is a number that is too large or too long for the server; put it in quotes: \"1.0e99999999999\""),
                arguments(
                        "12345678901234567890123",
                        "12345678901234567890123 is a whole number of more than 64 bits, which the server would round; put it in quotes: \"12345678901234567890123\""),
                arguments(
                        "18446744073709551616",
                        "18446744073709551616 is a whole number of more than 64 bits, which the server would round; put it in quotes: \"18446744073709551616\""),
                arguments(
                        "-9223372036854775809",
                        "-9223372036854775809 is a whole number of more than 64 bits, which the server would round; put it in quotes: \"-9223372036854775809\""),
                arguments(
                        "0.12345678901234567890",
                        "0.12345678901234567890 is a number with more digits than the server keeps; put it in quotes: \"0.12345678901234567890\", or write 0.12345678901234568"),
                arguments(
                        "3.14159265358979323846",
                        "3.14159265358979323846 is a number with more digits than the server keeps; put it in quotes: \"3.14159265358979323846\", or write 3.141592653589793"),
                arguments(
                        "1.5e-400",
                        "1.5e-400 is a number with more digits than the server keeps; put it in quotes: \"1.5e-400\", or write 0.0"),
                // What is something else than it seems.
                arguments("01067", "01067 is not a number that JSON knows; put it in quotes: \"01067\""),
                arguments(
                        "+4915112345",
                        "+4915112345 is not a number that JSON knows; put it in quotes: \"+4915112345\""),
                arguments("0x1F", "0x1F is not a number that JSON knows; put it in quotes: \"0x1F\""),
                arguments("0b11", "0b11 is not a number that JSON knows; put it in quotes: \"0b11\""),
                arguments("1_000", "1_000 is not a number that JSON knows; put it in quotes: \"1_000\""),
                arguments("12:30:45", "12:30:45 is not a number that JSON knows; put it in quotes: \"12:30:45\""),
                arguments("12:30:45.5", "12:30:45.5 is not a number that JSON knows; put it in quotes: \"12:30:45.5\""),
                arguments("+1.5", "+1.5 is not a number that JSON knows; put it in quotes: \"+1.5\""),
                arguments("007.5", "007.5 is not a number that JSON knows; put it in quotes: \"007.5\""),
                arguments("1.", "1. is not a number that JSON knows; put it in quotes: \"1.\""),
                arguments("-.inf", "-.inf is not a number that JSON knows; put it in quotes: \"-.inf\""),
                arguments(".NaN", ".NaN is not a number that JSON knows; put it in quotes: \".NaN\""),
                arguments("1e3", "1e3 is a number to many readers; put it in quotes: \"1e3\"" + PLAINLY),
                arguments("12E5", "12E5 is a number to many readers; put it in quotes: \"12E5\"" + PLAINLY),
                arguments("1e400", "1e400 is a number to many readers; put it in quotes: \"1e400\"" + PLAINLY),
                arguments("0o17", "0o17 is a number to many readers; put it in quotes: \"0o17\"" + PLAINLY),
                arguments("08123", "08123 is a number to many readers; put it in quotes: \"08123\"" + PLAINLY),
                arguments("NaN", "NaN is a number to many readers; put it in quotes: \"NaN\"" + PLAINLY),
                arguments(
                        "-Infinity",
                        "-Infinity is a number to many readers; put it in quotes: \"-Infinity\"" + PLAINLY),
                arguments("NO", "NO is false to YAML; put it in quotes: \"NO\", or write false"),
                arguments("on", "on is true to YAML; put it in quotes: \"on\", or write true"),
                arguments("yes", "yes is true to YAML; put it in quotes: \"yes\", or write true"),
                arguments("Off", "Off is false to YAML; put it in quotes: \"Off\", or write false"),
                arguments("!!bool maybe", "maybe is false to YAML; put it in quotes: \"maybe\", or write false"),
                arguments("2026-01-01", "2026-01-01 is not possible here; put text in quotes"),
                arguments("2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z is not possible here; put text in quotes"),
                arguments("<<", "<< is not possible here; put text in quotes"),
                arguments("!secret x", "x is not possible here; put text in quotes"),
                arguments("!!set {b}", "the tag tag:yaml.org,2002:set means nothing here; remove it"),
                arguments("!mine [1]", "the tag !mine means nothing here; remove it"),
                arguments(
                        "{b:1}",
                        "b:1 is a key without a value; put a space behind the colon, or quotes around the key"));
    }

    private static int column(String value) {
        return value.startsWith("{\"") || value.startsWith("{b") ? 1 : 0;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void inAnnotationsContextsAndExpectations(String value, String message) {
        repo.file("templates/t.yaml", "annotations: {a: " + value + "}")
                .file("scripts/s.tests.yaml", "tests:\n  - name: t\n    context: {attributes: {a: " + value + "}}\n");
        int column = column(value);
        refused(
                "scripts/s.tests.yaml:3:" + (31 + column) + ": in \"context\": " + message,
                "templates/t.yaml:1:" + (18 + column) + ": in \"annotations\": " + message);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void inAContextThatIsGivenAsAnOption(String value, String message) {
        Problems problems = new Problems();
        new TestFiles(new Placeholders(new Environments(folder).choose(null)), problems)
                .context("{attributes: {a: " + value + "}}", folder);
        assertEquals(
                "-Didp-scripts.context:1:" + (18 + column(value)) + ": in \"context\": " + message,
                problems.sorted().get(0).toString().replace("\"the file\"", "\"context\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "Null", "NULL"})
    void nullIsWrittenAsNull(String value) {
        repo.file("scripts/s.tests.yaml", "tests: [{name: t, context: {attributes: {a: " + value + "}}}]");
        refused("scripts/s.tests.yaml:1:45: in \"context\": " + value + " is null to YAML; put it in quotes: \"" + value
                + "\", or write null");
    }

    @Test
    void whatIsPlainlyWhatItSeemsStays() {
        repo.file("scripts/s.tests.yaml", """
                tests:
                  - name: t
                    context:
                      attributes: [true, false, True, null, 12, -3, 0, 1.5, -0.25, 1.0e-7, 9223372036854775807, "01067", 'NO',
                        12a, 0.1.2, 08:30, a=b, 1-2, "\\ud83d\\ude00", +49 151, v1.0, 3.141592653589793, 10:0.5:x, x, "1e3"]
                """);
        refused();
        Object value = look().files().scripts().get(0).tests().get(0).context().value();
        assertEquals(
                new JsonValue(Arrays.asList(
                        true,
                        false,
                        true,
                        null,
                        12,
                        -3,
                        0,
                        new BigDecimal("1.5"),
                        new BigDecimal("-0.25"),
                        new BigDecimal("1E-7"),
                        Long.MAX_VALUE,
                        "01067",
                        "NO",
                        "12a",
                        "0.1.2",
                        "08:30",
                        "a=b",
                        "1-2",
                        "😀",
                        "+49 151",
                        "v1.0",
                        new BigDecimal("3.141592653589793"),
                        "10:0.5:x",
                        "x",
                        "1e3")),
                new JsonValue(((Map<?, ?>) value).get("attributes")));
    }

    @Test
    void inJsonANumberIsANumber() {
        Problems problems = new Problems();
        TestFiles reader = new TestFiles(new Placeholders(new Environments(folder).choose(null)), problems);
        assertEquals(
                new JsonValue(Map.of("attributes", Map.of("a", new BigDecimal("1e21"), "b", new BigDecimal("12E-5")))),
                reader.context(" {\"attributes\": {\"a\": 1e21, \"b\": 12E-5}}", folder)
                        .orElseThrow());
        assertEquals(List.of(), problems.sorted());
        reader.context("{\"attributes\": {\"a\": 1e400}}", folder);
        assertEquals(
                "-Didp-scripts.context:1:22: in \"the file\": 1e400 is a number that is too large or too long for the server;"
                        + " put it in quotes: \"1e400\"",
                problems.sorted().get(0).toString());
    }

    @Test
    void whatAScriptGivesMayHoldU0000() {
        repo.file(
                "scripts/s.tests.yaml",
                "tests: [{name: t, expect: {output: {a: \"x\\0y\"}}}, {name: u, expect: {output: {a: \"\\ud800\"}}}]");
        refused(
                "scripts/s.tests.yaml:1:82: in \"output\": contains half a character (a lone surrogate), which the server refuses; remove it");
    }

    @Test
    void placeholdersDoNotBringInWhatTheServerCannotHold() {
        repo.file("environments/sandbox.yaml", "url: sandbox\nvalues: {nul: \"a\\0\", half: \"\\ud800\"}\n")
                .file("scripts/s.rhai", "let a = \"@@half@@\";")
                .file("scripts/s.tests.yaml", "tests: [{name: t, context: {attributes: {a: x@@nul@@}}}]");
        refused(
                "scripts/s.rhai:1:1: with the environment's values it contains half a character (a lone surrogate), which the server refuses; remove it",
                "scripts/s.tests.yaml:1:45: in \"context\": contains the character U+0000, which the server cannot store; remove it");
    }

    @Test
    void whatIsTooLargeForTheServerIsRefusedHere() {
        repo.file("scripts/s.yaml", "description: \"" + "\\x01".repeat(200_000) + "\"")
                .file(
                        "scripts/s.tests.yaml",
                        "tests: [{name: t, context: {attributes: {a: " + "x".repeat(102_400) + "}}}]")
                .file("templates/t.yaml", "annotations: {b: &b [" + "x".repeat(300_000) + "], c: [*b, *b, *b]}");
        refused(
                "scripts/s.tests.yaml:1:28: the context has 102423 bytes as JSON; the server takes at most 102400: leave out what the script does not read",
                "scripts/s.yaml:1:1: with all its texts it has 1200008 bytes as JSON; the server takes at most 1000000 in one request: shorten its description or annotations",
                "templates/t.yaml:1:1: with all its texts it has 1200044 bytes as JSON; the server takes at most 1000000 in one request: shorten its description or annotations");
    }

    @Test
    void mergeKeysAreMerged() {
        repo.file("scripts/s.tests.yaml", """
                tests:
                  - &first
                    name: a
                    context: &base {attributes: {n: 1}, operation_type: create}
                    expect: &e {error: x}
                  - name: b
                    context: {<<: *base, operation_type: update}
                  - <<: *first
                    name: c
                    context:
                      <<: [{operation_type: delete}, *base]
                      object_class: person
                """);
        refused();
        List<JsonValue> contexts = look().files().scripts().get(0).tests().stream()
                .map(test -> test.context())
                .toList();
        Map<String, Object> one = Map.of("n", 1);
        assertEquals(
                List.of(
                        new JsonValue(Map.of("attributes", one, "operation_type", "create")),
                        new JsonValue(Map.of("attributes", one, "operation_type", "update")),
                        new JsonValue(Map.of("attributes", one, "operation_type", "delete", "object_class", "person"))),
                contexts);
        assertTrue(look().files().scripts().get(0).tests().get(2).expect().isPresent(), "merged into a test");
    }

    @Test
    void mergesOfMergesAndTextsThatLookLikeOne() {
        assertEquals(
                new JsonValue(Map.of(
                        "c",
                        Map.of("x", 1, "y", 2, "z", 3, "<<", "no merge"),
                        "b",
                        Map.of("x", 1, "y", 2),
                        "a",
                        Map.of("x", 1, "y", 9))),
                annotations(
                        "annotations:\n  a: &a {x: 1, y: 9}\n  b: &b {y: 2, <<: *a}\n  c: {<<: *b, z: 3, \"<<\": no merge}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{<<: x}|19|\"<<\" merges a mapping or a list of mappings, such as *base; put the key in quotes if it is one of yours",
                "{<<: [{x: 1}, 2]}|28|\"<<\" merges a mapping or a list of mappings, such as *base; put the key in quotes if it is one of yours",
                "{<<: {a: 1}, <<: {b: 1}}|27|\"<<\" is given twice; merge a list instead, such as <<: [*a, *b]",
                "&a {b: 1, <<: *a}|14|\"<<\" merges a mapping into itself; write out what is meant"
            })
    void mergesThatCannotBe(String row) {
        String[] parts = row.split("\\|", -1);
        repo.file("templates/t.yaml", "annotations: " + parts[0]);
        refused("templates/t.yaml:1:" + parts[1] + ": " + parts[2]);
    }

    @Test
    void anAliasMayBeUsedAsOftenAsPeopleUseOne() {
        StringBuilder tests = new StringBuilder("tests:\n  - {name: t, context: &c {attributes: {a: [1, 2]}}}\n");
        for (int i = 0; i < 500; i++) {
            tests.append("  - {name: t").append(i).append(", context: *c}\n");
        }
        repo.file("scripts/s.tests.yaml", tests.toString());
        refused();
        assertEquals(501, look().files().scripts().get(0).tests().size());
    }

    @Test
    void aliasesThatStandForTooMuchAreNamed() {
        StringBuilder bomb = new StringBuilder("annotations:\n  a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'i'; c++) {
            String use = "*" + (char) (c - 1);
            bomb.append("  ")
                    .append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(String.join(", ", Collections.nCopies(9, use)))
                    .append("]\n");
        }
        repo.file("templates/t.yaml", bomb.toString());
        refused(
                "templates/t.yaml:8:6: what the anchor &g names is used 9 times; with it the aliases of the file stand for more than 100000 values: use it less often, or give it fewer values");
        repo.file("templates/t.yaml", "annotations:\n  b: &base {" + keys(2_000) + "}\n" + merges(60));
        refused(
                "templates/t.yaml:53:9: more than 100000 keys are merged in this file; merge less often, or smaller mappings");
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append("k").append(i).append(": 1, ");
        }
        return keys.toString();
    }

    private static String merges(int count) {
        StringBuilder merges = new StringBuilder();
        for (int i = 0; i < count; i++) {
            merges.append("  m").append(i).append(": {<<: *base}\n");
        }
        return merges.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\UFFFFFFFF\"", "\"\\U00110000\"", "!%FF%FE x", "!<tag:%> x", "\"\\xZZ\"", "%YAML 9.9", "&a *a",
                        "? [a]\n: b", "*b",
                "{[1]: 2}", "{? {a: 1} : 2}", "!!int x", "!!float x", "!!binary x", "!!timestamp x", "!!null x",
                        "!!merge x", "\"\\uD83D\\uD83D\""
            })
    void nothingEndsInAnException(String value) {
        repo.file("templates/t.yaml", "annotations: {a: " + value + "}")
                .file("scripts/s.tests.yaml", "tests: [{name: t, context: {attributes: " + value + "}}]");
        List<String> problems = problems();
        assertTrue(problems.size() >= 2, problems::toString);
        assertTrue(problems.stream().allMatch(p -> p.matches("(?s)[^:]+:\\d+:\\d+: .+")), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"t": 1e99999999999} | true
                    {"t": 1e400}         | false
                    {"t": "\\ud800"}     | false
                    [1]                  | true
                    {"t": NaN}           | true
                    1                    | true
                    ``                   | true
                    """)
    void neitherDoesASnapshot(String json, boolean refused) {
        repo.file("scripts/s.tests.yaml", "tests: [{name: t}]").file("scripts/s.tests.snap", json);
        List<String> problems = problems();
        assertEquals(refused ? 1 : 0, problems.size(), problems::toString);
        assertTrue(
                problems.stream()
                        .allMatch(
                                p -> p.matches(
                                        "(?s)scripts/s\\.tests\\.snap:\\d+:\\d+: not the JSON that the goal test recorded: .+")),
                problems::toString);
    }
}
