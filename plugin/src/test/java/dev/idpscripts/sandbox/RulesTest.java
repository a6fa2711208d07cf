package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.sandbox.faults.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server and its database refuse and keep (server.md 2.3 and 3), beyond the recordings. */
class RulesTest {

    private static final String NUL = "\\u0000";

    private final Sandbox sandbox = Sandboxes.ephemeral();
    private final Client client = Client.of(sandbox);
    private String script;
    private String template;

    @BeforeEach
    void fill() {
        script = client.script("script");
        template = client.post(
                        "/governance/script-templates",
                        "{\"name\":\"template\",\"category\":\"custom\",\"template_body\":\"let x;\"}")
                .expect(201)
                .id();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /governance/scripts                           | {\"name\":\"x\",\"description\":\"$\"}",
                "PUT  | /governance/scripts/SCRIPT                    | {\"name\":\"$\"}",
                "PUT  | /governance/scripts/SCRIPT                    | {\"description\":\"$\"}",
                "POST | /governance/scripts/SCRIPT/versions           | {\"script_body\":\"x\",\"change_description\":\"$\"}",
                "POST | /governance/scripts/SCRIPT/rollback           | {\"target_version\":1,\"reason\":\"$\"}",
                "POST | /governance/script-templates                  | {\"name\":\"x$\",\"category\":\"custom\",\"template_body\":\"\"}",
                "PUT  | /governance/script-templates/TEMPLATE         | {\"template_body\":\"$\"}",
                "PUT  | /governance/script-templates/TEMPLATE         | {\"description\":\"$\"}",
                "PUT  | /governance/script-templates/TEMPLATE         | {\"placeholder_annotations\":{\"a\":[{\"b\":\"$\"}]}}",
                "PUT  | /governance/script-templates/TEMPLATE         | {\"placeholder_annotations\":{\"$\":1}}",
                "POST | /governance/script-templates/TEMPLATE/instantiate | {\"name\":\"$\"}"
            })
    void theDatabaseTakesNoNulAnywhere(String method, String path, String body) {
        String there = path.replace("SCRIPT", script).replace("TEMPLATE", template);
        JsonNode error =
                client.send(method, there, body.replace("$", NUL)).expect(500).json();
        assertEquals("database_error", error.get("error").asText());
    }

    @Test
    void searchingForANulIsRefusedByTheDatabaseToo() {
        client.get("/governance/scripts?search=%00").expect(500);
        client.get("/governance/script-templates?search=%00").expect(500);
        client.get("/connectors?name_contains=%00").expect(500);
    }

    @Test
    void aRefusedWriteChangesNothing() {
        String before = client.get("/governance/scripts/" + script).text();
        client.post("/governance/scripts/" + script + "/versions", "{\"script_body\":\"" + NUL + "\"}")
                .expect(500);
        client.put("/governance/scripts/" + script, "{\"name\":\"" + "x".repeat(256) + "\"}")
                .expect(500);
        assertEquals(before, client.get("/governance/scripts/" + script).text());
        assertEquals(
                1,
                client.get("/governance/scripts/" + script + "/versions")
                        .json()
                        .get("total")
                        .asInt());
        assertEquals(
                1,
                client.get("/governance/script-audit-events")
                        .json()
                        .get("total")
                        .asInt());
    }

    @Test
    void aNameMayBeGivenToItsOwnerAgain() {
        client.put("/governance/scripts/" + script, "{\"name\":\"script\"}").expect(200);
        client.put("/governance/script-templates/" + template, "{\"name\":\"template\"}")
                .expect(200);
    }

    @Test
    void charactersCountAndNotBytesOrCodeUnits() {
        client.post("/governance/scripts", Client.json("name", "😀".repeat(255)))
                .expect(201);
        client.post("/governance/scripts", Client.json("name", "😀".repeat(256)))
                .expect(500);
    }

    @Test
    void annotationsKeepTheirNullsAndNumbers() {
        String annotations = "{\"z\":null,\"a\":{\"y\":1.50,\"x\":[null,12345678901234567890]}}";
        client.put("/governance/script-templates/" + template, "{\"placeholder_annotations\":" + annotations + "}")
                .expect(200);
        assertEquals(
                "{\"a\":{\"x\":[null,12345678901234567890],\"y\":1.5},\"z\":null}",
                client.get("/governance/script-templates/" + template)
                        .json()
                        .get("placeholder_annotations")
                        .toString());
    }

    @Test
    void timesHaveMicrosecondsAndAZ() {
        JsonNode read = client.get("/governance/scripts/" + script).json();
        assertTrue(
                read.get("created_at")
                        .asText()
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3}|\\.\\d{6})?Z"),
                read.toString());
    }

    @Test
    void everyChangeOfAScriptMovesItsTime() {
        String time = updatedAt();
        client.push(script, "x").expect(201);
        time = assertLater(time);
        client.put("/governance/scripts/" + script, "{}").expect(200);
        time = assertLater(time);
        client.post("/governance/scripts/" + script + "/activate", "").expect(200);
        assertLater(time);
    }

    private String updatedAt() {
        return client.get("/governance/scripts/" + script)
                .json()
                .get("updated_at")
                .asText();
    }

    private String assertLater(String before) {
        String after = updatedAt();
        assertTrue(Instant.parse(after).isAfter(Instant.parse(before)), before + " " + after);
        return after;
    }

    @Test
    void deletingAScriptTakesItsVersionsAndDisabledBindingsWithIt() {
        client.post("/governance/scripts/" + script + "/activate", "").expect(200);
        String binding =
                client.bind(script, Sandboxes.NOBODY.toString(), 0).expect(201).id();
        client.delete("/governance/scripts/" + script).expect(409);
        client.put("/governance/script-bindings/" + binding, "{\"enabled\":false}")
                .expect(200);
        client.delete("/governance/scripts/" + script).expect(204);
        client.get("/governance/script-bindings/" + binding).expect(404);
        client.get("/governance/scripts/" + script + "/versions/1").expect(404);
        client.script("script");
    }

    @Test
    void versionsThatAreMissingCannotBeRun() {
        String versions = "/governance/scripts/" + script + "/versions/";
        client.post(versions + "1/dry-run", "{\"context\":{}}").expect(200);
        client.post(versions + "2/dry-run", "{\"context\":{}}").expect(404);
    }

    @Test
    void scriptsThatTheServerWouldNeverFinishAreStopped() {
        String endless = "let s = `a`; s.pad(65536, 'b'); for i in 0..99999 { s.to_upper(); }";
        Engine hurried = new RhaiEngine(1, Duration.ofSeconds(3));
        try (Sandbox busy = Sandbox.start(Sandboxes.options(Optional.empty()), Faults.none(), hurried)) {
            Client asking = Client.of(busy);
            JsonNode error = asking.post(
                            "/governance/scripts/dry-run", "{\"script_body\":\"" + endless + "\",\"context\":{}}")
                    .expect(408)
                    .json();
            assertEquals("request_timeout", error.get("error").asText());
            asking.post("/governance/scripts/dry-run", "{\"script_body\":\"\",\"context\":{}}")
                    .expect(200);
        }
    }

    @Test
    void onlyTheContextOfADryRunWithItsBodyHasALimit() {
        // With its two quotation marks exactly 102,400 bytes.
        String context = "é".repeat(51_199);
        String raw = "{\"script_body\":\"\",\"context\":\"%s\"}";
        client.post("/governance/scripts/dry-run", raw.formatted(context)).expect(200);
        assertEquals(
                "{\"error\":\"validation_error\",\"message\":\"context: context must be at most 100KB\"}",
                client.post("/governance/scripts/dry-run", raw.formatted(context + "x"))
                        .expect(400)
                        .text());
        client.post("/governance/scripts/" + script + "/versions/1/dry-run", Client.json("context", context + "x"))
                .expect(200);
    }
}
