package dev.idpscripts.workspace.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is appended is read as what ran, the rest of the file stays, and no secret gets into it. */
class CaptureTest {

    private static final String FILE = "scripts/deep/a.tests.yaml";

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void script() {
        repo = Repo.in(folder).file("scripts/deep/a.rhai", "output.mail = \"x@@mail-domain@@\";\n");
    }

    private Environment environment() {
        return new Environments(folder).choose(null);
    }

    private Script read() {
        return new Workspace(folder).read(environment()).scripts().get(0);
    }

    private static RunOutcome seen(Map<String, Object> attributes) {
        return seen(Optional.empty(), Optional.of(new JsonValue(attributes)), Optional.of(new JsonValue(Map.of())));
    }

    private static RunOutcome seen(
            Optional<Failure> failure, Optional<JsonValue> attributes, Optional<JsonValue> output) {
        return new RunOutcome(
                failure,
                attributes,
                output,
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                Duration.ZERO,
                List.of(),
                Optional.empty());
    }

    private Capture.Written append(String name, Map<String, Object> context, RunOutcome seen) {
        return new Capture(folder, environment()).append(read(), name, new JsonValue(context), seen);
    }

    @Test
    void aFileOfItsOwn() {
        append("first", Map.of("attributes", Map.of("sn", "a")), seen(Map.of("sn", "b", "mail", "x@example.com")));
        String text = repo.read(FILE);
        assertTrue(
                text.startsWith(
                        "# yaml-language-server: $schema=../../.idp-scripts/schemas/tests.schema.json\ntests:\n  - name: first\n"),
                text);
        assertTrue(text.contains("x@@@mail-domain@@"), text);
        assertEquals(
                new JsonValue(Map.of("sn", "b", "mail", "x@example.com")),
                read().tests().get(0).expect().orElseThrow().attributes().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests:\n  - name: a\n    context: {attributes: {}}  # why\n  # the end\n",
                "# head\ntests:\n- name: a\n  expect: {error: 'x'}",
                "tests:\n      -   name: a\n          context:\n            attributes:\n              text: |\n                one\n                two\n",
                "tests: [{name: a}]\n",
                "{tests: [{name: a},\n  # last\n]}  # end\n",
                "tests: [] # none\n",
                "tests:\r\n  - name: a\r\n    # why\r\n",
                "tests:\n  - name: 'ä😀'\n    context: {attributes: {x: '😀'}}\n# 😀\n"
            })
    void theRestStays(String before) {
        staysBefore(before);
    }

    @Test
    void theRestStaysWhereAnAnchorIsUsedOften() {
        staysBefore("tests:\n  - name: a\n    context: &all {attributes: {}}\n"
                + IntStream.range(0, 60)
                        .mapToObj(i -> "  - name: t" + i + "\n    context: *all\n")
                        .collect(Collectors.joining()));
    }

    private void staysBefore(String before) {
        repo.file(FILE, before);
        List<TestCase> old = read().tests();
        append("new: one", Map.of("attributes", Map.of("mail", "yes")), seen(Map.of("mail", "no", "n", 1)));
        List<TestCase> all = read().tests();
        assertEquals(old.size() + 1, all.size());
        for (int i = 0; i < old.size(); i++) {
            assertEquals(old.get(i), all.get(i));
        }
        assertEquals("new: one", all.get(old.size()).name());
        String after = repo.read(FILE);
        assertTrue(
                before.lines()
                        .allMatch(line ->
                                after.contains(line.replaceFirst("](}.*)?$", "")) || before.startsWith("tests: [")),
                after);
        assertEquals(before.contains("\r"), after.matches("(?s).*new: one'\r\n.*"), "line ends stay");
        for (String comment : List.of("# why", "# the end", "# head", "# last", "# end", "# none", "# 😀")) {
            assertEquals(before.contains(comment), after.contains(comment), comment);
        }
    }

    @Test
    void everyValueIsReadAsItWas() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object value : Arrays.asList(
                null,
                true,
                1,
                -3L,
                new BigDecimal("1.0"),
                new BigDecimal("1E-10"),
                new BigDecimal("2.5E+30"),
                "yes",
                "1",
                "2026-01-01",
                "~",
                "",
                " x ",
                "a\nb\n",
                "'",
                "\"",
                "# no",
                "a: b",
                "{",
                "@@",
                "ü😀",
                "\t",
                "x".repeat(200),
                List.of(),
                Map.of(),
                List.of(List.of(Map.of("a", List.of(1)))),
                Map.of("yes", "no", "1", 2))) {
            all.put("v" + all.size(), value);
        }
        append("all", Map.of("attributes", all), seen(all));
        TestCase test = read().tests().get(0);
        assertEquals(new JsonValue(Map.of("attributes", all)), test.context());
        assertEquals(
                new JsonValue(all), test.expect().orElseThrow().attributes().orElseThrow());
        assertTrue(repo.read(FILE).contains("1.0"), "a decimal stays one");
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        repo.file(
                "environments/sandbox.yaml",
                "url: sandbox\nmask: [iban, birth*]\nvalues: {mail-domain: example.com}\n");
        Map<String, Object> context = Map.of(
                "attributes",
                Map.of(
                        "userPassword", "hunter2!",
                        "API_KEY", List.of("k-123456"),
                        "birthDate", "1970-01-01",
                        "IBAN", 12345678,
                        "keyboard", "german",
                        "hasToken", true,
                        "note", "the password is HUNTER2!"),
                "variables",
                Map.of("secret", Map.of("a", Map.of("b", "deep-one"))));
        Capture.Written written = append(
                "masked",
                context,
                seen(
                        Optional.of(new Failure(
                                Failure.FailureKind.RUNTIME, "", "no good: hunter2! k-123456", 0, 0, List.of())),
                        Optional.empty(),
                        Optional.empty()));
        String text = repo.read(FILE);
        for (String secret : List.of("unter2", "UNTER2", "123456", "1970", "deep-one")) {
            assertFalse(text.contains(secret), secret + " in " + text);
        }
        assertTrue(text.contains("german") && text.contains("hasToken: true") && text.contains("IBAN: 0"), text);
        assertEquals(4, written.masked());
        String word = ((Map<?, ?>) ((Map<?, ?>) read().tests().get(0).context().value()).get("attributes"))
                .get("userPassword")
                .toString();
        assertTrue(text.contains("the password is " + word) && text.contains("no good: " + word), text);
    }

    @Test
    void aNameIsThereOnce() {
        append("twice", Map.of(), seen(Map.of()));
        String before = repo.read(FILE);
        UserError e = assertThrows(UserError.class, () -> append("twice", Map.of(), seen(Map.of())));
        assertTrue(e.getMessage().contains("script a has a test \"twice\" already"), e.getMessage());
        assertEquals(before, repo.read(FILE));
    }
}
