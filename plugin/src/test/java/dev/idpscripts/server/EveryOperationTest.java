package dev.idpscripts.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.server.http.ApiJson;
import dev.idpscripts.testing.Golden;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** Each operation: which request it sends, and how its error begins. */
class EveryOperationTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final Slot SLOT = new Slot("LDAP", new Hook(HookPhase.BEFORE, Operation.CREATE), 10);
    private static final BindingSettings SETTINGS = new BindingSettings(FailurePolicy.RETRY, 3, 45, false);

    private final List<String> seen = new ArrayList<>();

    @Test
    void sendsWhatTheContractSaysAndNamesItselfInErrors() {
        STUB.stubFor(any(anyUrl()).willReturn(serverError().withBody("{\"error\":\"x\",\"message\":\"boom\"}")));
        AtomicInteger requests = new AtomicInteger();
        Server server = Servers.client(URI.create(STUB.baseUrl()), Servers.TOKEN, requests);
        Body body = new Body("1\n");
        Template template = new Template(
                "T",
                Optional.empty(),
                Optional.of("text"),
                TemplateCategory.DATA_FORMATTING,
                body,
                Optional.of(Map.of("a", 1)),
                SourceLocation.of("t"),
                SourceLocation.of("t"));

        call(() -> server.scripts().list(ScriptStatus.ACTIVE, "50%_\\ä+ b"));
        call(() -> server.scripts().create("A", Optional.of("text")));
        call(() -> server.scripts().create("A", Optional.empty()));
        call(() -> server.scripts().get(ID, "A"));
        call(() -> server.scripts().rename(ID, "A", "B"));
        call(() -> server.scripts().describe(ID, "A", ""));
        call(() -> server.scripts().delete(ID, "A"));
        call(() -> server.scripts().activate(ID, "A"));
        call(() -> server.scripts().deactivate(ID, "A"));
        call(() -> server.versions().all(ID, "A"));
        call(() -> server.versions().push(ID, "A", body, "why"));
        call(() -> server.versions().get(ID, "A", 3));
        call(() -> server.versions().compare(ID, "A", 1, 2));
        call(() -> server.versions().rollback(ID, "A", 1, "why"));
        call(() -> server.testing().validate(body));
        call(() -> server.testing().dryRun(body, Map.of("attributes", Map.of())));
        call(() -> server.testing().dryRun(ID, "A", 2, List.of()));
        call(() -> server.bindings().all());
        call(() -> server.bindings().ofScript(ID));
        call(() -> server.bindings().bind(ID, "A", OTHER, SLOT, SETTINGS));
        call(() -> server.bindings().get(ID, SLOT));
        call(() -> server.bindings().rebind(ID, SLOT, SETTINGS));
        call(() -> server.bindings().move(ID, SLOT, 20));
        call(() -> server.bindings().unbind(ID, SLOT));
        call(() -> server.bindings().ofConnector(OTHER, "LDAP"));
        call(() -> server.templates().list(TemplateCategory.CUSTOM, "x"));
        call(() -> server.templates().create(template));
        call(() -> server.templates().get(ID, "T"));
        call(() -> server.templates().update(ID, template));
        call(() -> server.templates().rename(ID, "T", "U"));
        call(() -> server.templates().describe(ID, "T", "text"));
        call(() -> server.templates().delete(ID, "T"));
        call(() -> server.templates().instantiate(ID, "T", "A", Optional.empty()));
        call(() -> server.insight().dashboard());
        call(() -> server.insight().script(ID, "A"));
        call(() -> server.insight()
                .logs(
                        new InsightApi.LogFilter(ID, OTHER, null, "failure", true, "2026-03-01T00:00:00+01:00", null),
                        2));
        call(() -> server.insight().log(ID));
        call(() -> server.insight().audit(ID, "created", 100));
        call(() -> server.connectors().all());

        assertEquals(seen.size(), requests.get());
        Golden.check("operations.txt", String.join("\n", seen) + "\n");
    }

    private void call(Executable operation) {
        RequestFailed e = assertThrows(RequestFailed.class, operation);
        Request request = STUB.getAllServeEvents().get(0).getRequest();
        assertEquals("Bearer s3cret-token", request.getHeader("Authorization"));
        assertEquals(Servers.TENANT.toString(), request.getHeader("X-Tenant-ID"));
        String json = request.getBodyAsString().isEmpty() ? "" : " " + sorted(request.getBodyAsString());
        seen.add(request.getMethod() + " " + request.getUrl() + json + "\n    "
                + e.getMessage().lines().findFirst().orElseThrow());
    }

    /** Keys in the order of the alphabet, whatever order a map gave them. */
    private static String sorted(String json) {
        try {
            return ApiJson.write(ApiJson.read(json, TreeMap.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
