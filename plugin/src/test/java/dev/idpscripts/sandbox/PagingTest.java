package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the lists (server.md 3.5), with 120 scripts, 30 templates and 30 connectors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private static final int SCRIPTS = 120;
    private static final int OTHERS = 30;

    private final Sandbox sandbox = Sandboxes.ephemeral();
    private final Client client = Client.of(sandbox);

    @BeforeAll
    void fill() {
        IntStream.range(0, SCRIPTS).forEach(i -> client.script("script " + i));
        IntStream.range(0, OTHERS).forEach(i -> {
            client.post(
                            "/governance/script-templates",
                            "{\"name\":\"t%d\",\"category\":\"custom\",\"template_body\":\"\"}".formatted(i))
                    .expect(201);
            client.post(
                            "/connectors",
                            "{\"name\":\"c%02d\",\"connector_type\":\"ldap\",\"config\":{\"host\":\"h\"},\"credentials\":null}"
                                    .formatted(i))
                    .expect(201);
        });
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/governance/scripts,                              scripts,   50, 120",
        "/governance/scripts?page_size=1000,               scripts,  100, 120",
        "/governance/scripts?page_size=0,                  scripts,    0, 120",
        "/governance/scripts?page=3,                       scripts,   20, 120",
        "/governance/scripts?page=4,                       scripts,    0, 120",
        "/governance/scripts?page=-7&page_size=7,          scripts,    7, 120",
        "/governance/scripts?page=9223372036854775807&page_size=1, scripts, 0, 120",
        "/governance/script-templates,                     templates, 20, 30",
        "/governance/script-templates?page_size=-3,        templates,  1, 30",
        "/governance/script-templates?page_size=1000,      templates, 30, 30",
        "/governance/script-templates?page=2,              templates, 10, 30",
        "/governance/script-audit-events,                  events,    50, 120",
        "/governance/script-audit-events?limit=1000,       events,   100, 120",
        "/governance/script-audit-events?offset=110,       events,    10, 120",
        "/governance/script-bindings,                      bindings,   0, 0",
        "/governance/script-execution-logs,                logs,       0, 0",
        "/connectors,                                      items,     20, 30",
        "/connectors?limit=1000,                           items,     30, 30",
        "/connectors?limit=0,                              items,      0, 30",
        "/connectors?offset=-5&limit=3,                    items,      3, 30"
    })
    void pagesHaveTheServersSizes(String path, String list, int size, int total) {
        JsonNode page = client.get(path).expect(200).json();
        assertEquals(size, page.get(list).size());
        assertEquals(total, page.get("total").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/governance/scripts?page_size=-1",
                "/governance/script-bindings?page_size=-1",
                "/governance/script-execution-logs?page_size=-1",
                "/governance/script-audit-events?limit=-1",
                "/governance/script-audit-events?offset=-1",
                "/governance/scripts?page=9223372036854775807&page_size=2"
            })
    void theDatabaseRefusesNegativeNumbers(String path) {
        assertEquals(
                "{\"error\":\"database_error\",\"message\":\"Database error\"}",
                client.get(path).expect(500).text());
    }

    @Test
    void connectorsSayItInTheirOwnWords() {
        assertEquals(
                "{\"error\":\"database_error\",\"message\":\"Internal database error\"}",
                client.get("/connectors?limit=-1").expect(500).text());
    }

    @Test
    void connectorsTellTheirLimitAndOffset() {
        JsonNode page = client.get("/connectors?limit=500&offset=-1").json();
        assertEquals(100, page.get("limit").asInt());
        assertEquals(0, page.get("offset").asInt());
        assertEquals("c00", page.at("/items/0/name").asText());
    }

    @Test
    void theNewestComeFirstAndPagesDoNotOverlap() {
        List<String> names = IntStream.rangeClosed(1, 12)
                .mapToObj(page -> client.get("/governance/scripts?page_size=10&page=" + page)
                        .json())
                .flatMap(page -> page.get("scripts").findValuesAsText("name").stream())
                .toList();
        List<String> made = IntStream.range(0, SCRIPTS)
                .mapToObj(i -> "script " + i)
                .sorted(Collections.reverseOrder(Comparator.comparing(n -> Integer.valueOf(n.substring(7)))))
                .toList();
        assertEquals(made, names);
    }
}
