package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Execution logs and figures over HTTP. Nothing in the sandbox writes logs yet, so the test puts some into its file. */
class LogsTest {

    private static final Instant LAST = HandClock.START;
    private static final UUID CONNECTOR = Sandboxes.OTHER_TENANT;
    private static final UUID FIRST_LOG = new UUID(1, 1);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Client client;
    private String script;
    private String binding;

    @BeforeEach
    void fill() {
        try (Sandbox before = Sandboxes.in(folder)) {
            script = Client.of(before).activeScript("logged");
            binding = Client.of(before)
                    .bind(script, CONNECTOR.toString(), 0)
                    .expect(201)
                    .id();
        }
        try (Store store = Store.open(Optional.of(folder), Sandboxes.TENANT, Clock.systemUTC())) {
            store.write(() -> {
                store.logs().put(log(FIRST_LOG, "success", null, CONNECTOR, true, LAST.minusSeconds(20)));
                store.logs().put(log(new UUID(2, 2), "failure", "boom", CONNECTOR, true, LAST.minusSeconds(10)));
                store.logs().put(log(new UUID(3, 3), "timeout", "slow", Sandboxes.NOBODY, false, LAST));
                return null;
            });
        }
        sandbox = Sandbox.start(Sandboxes.options(Optional.of(folder)), new HandClock());
        client = Client.of(sandbox);
    }

    private ExecutionLog log(UUID id, String status, String error, UUID connector, boolean dryRun, Instant at) {
        return new ExecutionLog(
                id,
                Sandboxes.TENANT,
                UUID.fromString(script),
                dryRun ? null : UUID.fromString(binding),
                connector,
                1,
                status,
                dryRun,
                Map.of("attributes", Map.of("mail", "a@b.c")),
                null,
                error,
                12,
                Principal.NIL,
                at);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                        'timeout failure success'",
        "status=failure,                            failure",
        "status=FAILURE,                            'timeout failure success'",
        "status=skipped,                            ''",
        "dry_run=true,                              'failure success'",
        "dry_run=false,                             timeout",
        "connector_id=11111111-1111-4111-8111-111111111111, 'failure success'",
        "script_id=99999999-9999-4999-8999-999999999999,    ''",
        "script_id=SCRIPT,                          'timeout failure success'",
        "binding_id=BINDING,                        timeout",
        "from_date=2999-01-01T00:00:00Z,            ''",
        "from_date=yesterday,                       'timeout failure success'",
        "to_date=2000-01-01T00:00:00%2B02:00,       ''",
        "from_date=SECOND,                          'timeout failure'",
        "to_date=SECOND,                            'failure success'",
        "page_size=1&page=2,                        failure"
    })
    void logsAreFilteredAndTheNewestComeFirst(String query, String statuses) {
        String filled = query.replace("SCRIPT", script)
                .replace("BINDING", binding)
                .replace("SECOND", LAST.minusSeconds(10).toString());
        JsonNode logs = client.get("/governance/script-execution-logs?" + filled)
                .expect(200)
                .json();
        assertEquals(statuses, String.join(" ", logs.get("logs").findValuesAsText("status")));
    }

    @Test
    void aLogShowsWhatThereIs() {
        JsonNode log = client.get("/governance/script-execution-logs/" + FIRST_LOG)
                .expect(200)
                .json();
        assertEquals(
                List.of(
                        "id",
                        "tenant_id",
                        "script_id",
                        "connector_id",
                        "script_version",
                        "status",
                        "dry_run",
                        "input_context",
                        "duration_ms",
                        "executed_by",
                        "executed_at"),
                log.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(
                "{\"attributes\":{\"mail\":\"a@b.c\"}}",
                log.get("input_context").toString());
    }

    @Test
    void figuresAreMadeFromTheLogs() {
        JsonNode dashboard =
                client.get("/governance/script-analytics/dashboard").expect(200).json();
        assertEquals(3, dashboard.get("total_executions").asInt());
        assertEquals(1, dashboard.at("/scripts/0/failure_count").asInt());
        JsonNode figures = client.get("/governance/script-analytics/scripts/" + script)
                .expect(200)
                .json();
        assertEquals("boom", figures.at("/top_errors/0/error_message").asText());
        assertEquals("0.0", figures.get("p95_duration_ms").toString());
    }

    @Test
    void logsOutliveTheirScriptAndBinding() {
        client.delete("/governance/script-bindings/" + binding).expect(204);
        client.delete("/governance/scripts/" + script).expect(204);
        JsonNode logs = client.get("/governance/script-execution-logs").json().get("logs");
        assertEquals(
                List.of(Principal.NIL.toString(), Principal.NIL.toString(), Principal.NIL.toString()),
                logs.findValuesAsText("script_id"));
        assertEquals(List.of(), logs.findValuesAsText("binding_id"));
        JsonNode dashboard =
                client.get("/governance/script-analytics/dashboard").json();
        assertEquals(3, dashboard.get("total_executions").asInt());
        assertEquals(0, dashboard.get("scripts").size());
    }
}
