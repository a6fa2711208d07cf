package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /connectors} (server.md 7), beyond the recordings. */
class ConnectorTest {

    private final Sandbox sandbox = Sandboxes.ephemeral();
    private final Client client = Client.of(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Client.Reply create(String name, String type, String config) {
        return client.post(
                "/connectors",
                "{\"name\":\"%s\",\"connector_type\":\"%s\",\"config\":%s,\"credentials\":{}}"
                        .formatted(name, type, config));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ldap     | {}                                    | LDAP configuration requires 'host' field",
                "ldap     | {\"host\":5}                          | LDAP configuration requires 'host' field",
                "ldap     | null                                  | LDAP configuration requires 'host' field",
                "rest     | {\"url\":\"u\"}                       | REST configuration requires 'base_url' field",
                "database | {}                                    | Database configuration requires 'driver' field",
                "database | {\"driver\":\"postgresql\"}           | Database configuration requires 'host' field",
                "database | {\"driver\":\"p\",\"host\":\"h\"}     | Database configuration requires 'database' field"
            })
    void eachTypeNeedsItsSettings(String type, String config, String problem) {
        assertEquals(
                "{\"error\":\"invalid_configuration\",\"message\":\"invalid configuration: " + problem + "\"}",
                create("x", type, config).expect(400).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | name: Name must be 1-255 characters",
                "'  '              | Connector name cannot be empty",
                "LONG              | name: Name must be 1-255 characters",
                "WIDE              | Connector name cannot exceed 255 characters"
            })
    void namesHaveLimits(String name, String problem) {
        String given = name.replace("LONG", "x".repeat(256)).replace("WIDE", "é".repeat(128));
        assertEquals(
                "{\"error\":\"validation_error\",\"message\":\"validation error: " + problem + "\"}",
                create(given, "ldap", "{\"host\":\"h\"}").expect(400).text());
    }

    @Test
    void descriptionsHaveALimit() {
        String body =
                "{\"name\":\"x\",\"connector_type\":\"ldap\",\"description\":\"%s\",\"config\":{\"host\":\"h\"},\"credentials\":1}";
        client.post("/connectors", body.formatted("d".repeat(2000))).expect(201);
        client.post("/connectors", body.formatted("d".repeat(2001))).expect(400);
    }

    @Test
    void typesAreThree() {
        assertEquals(
                "Failed to deserialize the JSON body into the target type: connector_type: unknown variant `soap`,"
                        + " expected one of `ldap`, `database`, `rest` at line 1 column 35",
                create("x", "soap", "{}").expect(422).text());
    }

    @Test
    void listsCanBeFiltered() {
        create("Corporate LDAP", "ldap", "{\"host\":\"h\"}").expect(201);
        create("HR_feed", "rest", "{\"base_url\":\"u\"}").expect(201);
        create("HR feed", "rest", "{\"base_url\":\"u\"}").expect(201);
        assertEquals(List.of("HR feed", "HR_feed"), names("?connector_type=rest"));
        assertEquals(List.of("HR_feed"), names("?name_contains=hr%5C_"));
        assertEquals(List.of("Corporate LDAP", "HR feed", "HR_feed"), names("?status=inactive"));
        assertEquals(List.of(), names("?status=active"));
    }

    private List<String> names(String query) {
        JsonNode found = client.get("/connectors" + query).expect(200).json();
        assertEquals(found.get("items").size(), found.get("total").asInt());
        return found.get("items").findValuesAsText("name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?status=broken        | unknown variant `broken`, expected one of `active`, `inactive`, `error`",
                "?connector_type=LDAP  | unknown variant `LDAP`, expected one of `ldap`, `database`, `rest`",
                "?limit=ten            | invalid digit found in string"
            })
    void filtersThatMakeNoSenseAreRefusedHere(String query, String problem) {
        assertEquals(
                "Failed to deserialize query string: " + problem,
                client.get("/connectors" + query).expect(400).text());
    }

    @Test
    void credentialsAreNeverShownAndDeletedOnesAreGone() {
        String id = client.post(
                        "/connectors",
                        "{\"name\":\"x\",\"connector_type\":\"ldap\",\"config\":{\"host\":\"h\"},\"credentials\":{\"p\":\"secret\"}}")
                .expect(201)
                .id();
        assertEquals(false, client.get("/connectors/" + id).expect(200).text().contains("secret"));
        client.delete("/connectors/" + id).expect(204);
        client.delete("/connectors/" + id).expect(404);
        create("x", "ldap", "{\"host\":\"h\"}").expect(201);
    }
}
