package dev.idpscripts.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The JSON Schemas, which editors use, and the reader, which everybody uses, agree on what is right. */
class SchemasTest {

    private static final Path SCHEMAS = Path.of("../specs/schemas");
    private static final Path EXAMPLE = Path.of("../example-repo");
    private static final List<String> KINDS = List.of("script", "tests", "template", "binding", "environment");
    private static final String TENANT = "tenant: 00000000-0000-0000-0000-000000000001\n";

    /**
     * A document.
     *
     * @param good whether it is right
     */
    record Document(String kind, boolean good, String text) {

        @Override
        public String toString() {
            return (good ? "good " : "bad ") + kind + ": " + text;
        }
    }

    private static Document good(String kind, String text) {
        return new Document(kind, true, text);
    }

    private static Document bad(String kind, String text) {
        return new Document(kind, false, text);
    }

    static Stream<Document> documents() {
        return Stream.of(
                good("script", ""),
                good("script", "{name: z, description: '', status: inactive, renamedFrom: b}"),
                bad("script", "{nmae: a}"),
                bad("script", "{name: 1}"),
                bad("script", "{name: ''}"),
                bad("script", "{name: ' '}"),
                bad("script", "{name: " + "x".repeat(256) + "}"),
                good("script", "{name: " + "x".repeat(255) + "}"),
                bad("script", "{description: }"),
                bad("script", "{status: Active}"),
                bad("script", "[]"),
                good("template", "{name: a, category: custom, annotations: {a: [1, true, x]}}"),
                good("template", "{annotations: x}"),
                bad("template", "{annotations: }"),
                bad("template", "{category: other}"),
                bad("template", "{status: active}"),
                good("binding", "{connector: X}"),
                good("binding", "{connector: X, hooks: {before create: [], after disable: [{script: a}]}}"),
                good(
                        "binding",
                        "{connector: X, hooks: {before create: [{script: a, order: 0, onFailure: retry, maxRetries: 10,"
                                + " timeout: 300s, enabled: false}]}}"),
                bad("binding", "{hooks: {}}"),
                bad("binding", "{connector: X, hooks: {during create: []}}"),
                bad("binding", "{connector: X, hooks: {before create: }}"),
                bad("binding", "{connector: X, hooks: {before create: [a]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, order: -1}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, maxRetries: 11}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, timeout: 301s}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, timeout: 0s}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, timeout: 30}]}}"),
                bad("binding", "{connector: X, hooks: {before create: [{script: a, enabled: x}]}}"),
                bad("binding", "connector: X\nhooks:\n  before create:\n" + "    - script: a\n".repeat(11)),
                good("environment", "url: sandbox"),
                good("environment", "url: https://idp.example.com:8443/base\n" + TENANT),
                good("environment", "url: http://127.0.0.1:8080\n" + TENANT),
                good("environment", "url: http://localhost:8080/\n" + TENANT),
                good("environment", "url: http://[::1]:8080\n" + TENANT),
                good("environment", "url: sandbox\nserver: x\nconnectors: {a: b}\nvalues: {a: 1, b.c: true, d-e: x}\n"),
                good(
                        "environment",
                        "url: sandbox\nguards: {maxDeletes: 0, maxDeletePercent: 100, requireSavedPlan: true}"),
                good("environment", "url: sandbox\nsandbox: {connectors: [a, b]}"),
                good("environment", "url: sandbox\nmask: [iban, 'birth*']"),
                bad("environment", "url: sandbox\nmask: iban"),
                bad("environment", "url: sandbox\nmask: ['']"),
                bad("environment", "{}"),
                bad("environment", "url: https://idp.example.com"),
                bad("environment", "url: http://idp.example.com\n" + TENANT),
                bad("environment", "url: https://me@idp.example.com\n" + TENANT),
                bad("environment", "url: https://idp.example.com/?a\n" + TENANT),
                bad("environment", "url: sandbox\ntenant: acme"),
                bad("environment", "url: sandbox\nvalues: {a b: c}"),
                bad("environment", "url: sandbox\nvalues: {a: [c]}"),
                bad("environment", "url: sandbox\nconnectors: {a: 1}"),
                bad("environment", "url: sandbox\nguards: {maxDeletePercent: 101}"),
                bad("environment", "url: sandbox\nsandbox: {connectors: a}"),
                good("tests", "{tests: []}"),
                good("tests", "{tests: [{name: a}, {name: b, context: {attributes: {a: null}}, expect: {}}]}"),
                good("tests", "{tests: [{name: a, context: null}, {name: b, context: [1]}]}"),
                good("tests", "{tests: [{name: a, expect: {attributes: null, output: {a: 1}, exactly: true}}]}"),
                good("tests", "{tests: [{name: a, expect: {error: x, logs: [y, {warn: z}], maxOperations: 100000}}]}"),
                bad("tests", ""),
                bad("tests", "{test: []}"),
                bad("tests", "{tests: {}}"),
                bad("tests", "{tests: [{}]}"),
                bad("tests", "{tests: [{name: ''}]}"),
                bad("tests", "{tests: [{name: 1}]}"),
                bad("tests", "{tests: [{name: a, expects: {}}]}"),
                bad("tests", "{tests: [{name: a, expect: }]}"),
                bad("tests", "{tests: [{name: a, expect: {attribute: {}}}]}"),
                bad("tests", "{tests: [{name: a, expect: {output: [1]}}]}"),
                bad("tests", "{tests: [{name: a, expect: {error: x, attributes: {}}}]}"),
                bad("tests", "{tests: [{name: a, expect: {error: x, output: {}}}]}"),
                bad("tests", "{tests: [{name: a, expect: {exactly: x, logs: []}}]}"),
                bad("tests", "{tests: [{name: a, expect: {exactly: true}}]}"),
                bad("tests", "{tests: [{name: a, expect: {logs: x}}]}"),
                bad("tests", "{tests: [{name: a, expect: {logs: [1]}}]}"),
                bad("tests", "{tests: [{name: a, expect: {logs: [{error: x}]}}]}"),
                bad("tests", "{tests: [{name: a, expect: {logs: [{info: x, warn: y}]}}]}"),
                bad("tests", "{tests: [{name: a, expect: {maxOperations: 0}}]}"),
                bad("tests", "{tests: [{name: a, expect: {maxOperations: 100001}}]}"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void schemaAndReaderAgree(Document document, @TempDir Path folder) {
        assertEquals(document.good(), isValid(document.kind(), document.text()), "schema");
        assertEquals(document.good(), isRead(document, Repo.in(folder).file("scripts/a.rhai", "1")), "reader");
    }

    private static boolean isValid(String kind, String yaml) {
        JsonNode node = new ObjectMapper().valueToTree(new Yaml().load(yaml));
        return Schemas.of(kind)
                .validate(Optional.ofNullable(node).orElse(new ObjectMapper().nullNode()))
                .isEmpty();
    }

    private static boolean isRead(Document document, Repo repo) {
        String file =
                switch (document.kind()) {
                    case "script" -> "scripts/x.yaml";
                    case "tests" -> "scripts/x.tests.yaml";
                    case "template" -> "templates/x.yaml";
                    case "binding" -> "bindings/x.yaml";
                    default -> "environments/sandbox.yaml";
                };
        repo.file("scripts/x.rhai", "1").file("templates/x.rhai", "1").file(file, document.text());
        try {
            new Workspace(repo.root()).read(new Environments(repo.root()).choose(null));
            return true;
        } catch (InvalidFiles e) {
            assertTrue(
                    e.problems().stream().allMatch(p -> p.origin().file().equals(file)),
                    e.problems().toString());
            return false;
        }
    }

    @Test
    void theExampleIsRightByTheSchemas() throws IOException {
        int checked = 0;
        for (String folder : List.of("scripts", "templates", "bindings", "environments")) {
            try (Stream<Path> files = Files.walk(EXAMPLE.resolve(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    String kind = file.toString().endsWith(".tests.yaml")
                            ? "tests"
                            : folder.substring(0, folder.length() - 1);
                    assertTrue(isValid(kind, read(file)), file.toString());
                    String up = "../".repeat(EXAMPLE.relativize(file).getNameCount() - 1);
                    assertEquals(
                            "# yaml-language-server: $schema=" + up + ".idp-scripts/schemas/" + kind + ".schema.json",
                            read(file).lines().findFirst().orElseThrow(),
                            file.toString());
                    checked++;
                }
            }
        }
        assertTrue(checked > 20, checked + " files");
    }

    @Test
    void theExampleCarriesTheSameSchemas() {
        for (String kind : KINDS) {
            String name = kind + ".schema.json";
            assertEquals(
                    read(SCHEMAS.resolve(name)),
                    read(EXAMPLE.resolve(".idp-scripts/schemas").resolve(name)),
                    name);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
