package dev.idpscripts.mojo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The examination as a whole, of servers that are well and of servers that are not. */
class DoctorIT {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String NEVER_WORKS =
            "A token of client_credentials carries no role, and an API key with scopes"
                    + " is refused whatever they are: neither can ever work";

    @TempDir
    Path folder;

    private MavenRun maven(URI url, String token) {
        Repo.in(folder)
                .file("scripts/a.rhai", "output.a = 1;\n")
                .file("environments/sandbox.yaml", "url: " + url + "\ntenant: " + Environment.SYSTEM_TENANT + "\n");
        return MavenRun.in(folder).with("IDP_SCRIPTS_TOKEN", token);
    }

    /** What was found, by what was looked at; and all that is printed on one line. */
    private Map<String, String> verdicts() throws Exception {
        JsonNode table =
                new ObjectMapper().readTree(Files.readString(folder.resolve("target/idp-scripts/doctor.json")));
        Map<String, String> verdicts = new LinkedHashMap<>();
        table.findValue("rows")
                .forEach(row -> verdicts.put(
                        row.path("what").asText(),
                        row.path("verdict").asText() + ": " + row.path("found").asText()));
        return verdicts;
    }

    private static String oneLine(MavenRun.Result run) {
        return run.output().replaceAll("\\R\\[(INFO|WARNING|ERROR)] *", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aServerThatIsWellAndTheSameAsANewerOneWithAnotherClock() throws Exception {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(
                0, Optional.empty(), "t0ken-t0ken", Environment.SYSTEM_TENANT, List.of("Corporate LDAP")))) {
            Client.colleague(sandbox).server().scripts().create("Somebody's", Optional.empty());
            MavenRun.Result well = maven(sandbox.url(), "t0ken-t0ken")
                    .run(MavenRun.PLUGIN + ":doctor", "-Didp-scripts.format=json")
                    .succeeded();
            Map<String, String> verdicts = verdicts();
            assertEquals("ok: " + sandbox.url() + ", tenant " + Environment.SYSTEM_TENANT, verdicts.get("address"));
            assertEquals("look: http without encryption", verdicts.get("TLS"));
            assertEquals("ok: none", verdicts.get("proxy"));
            assertTrue(verdicts.get("connection").startsWith("ok: healthy, version "), verdicts::toString);
            assertTrue(verdicts.get("credentials").contains("from IDP_SCRIPTS_TOKEN"), verdicts::toString);
            assertEquals("ok: within a minute of the server's", verdicts.get("clock"));
            assertTrue(verdicts.get("role").startsWith("ok: "), verdicts::toString);
            assertTrue(verdicts.get("tenant").startsWith("ok: "), verdicts::toString);
            assertEquals("ok: 3 asked for, all as this version knows them", verdicts.get("habits of the server"));
            assertEquals("ok: the server's says the same as the embedded one", verdicts.get("engine"));
            assertEquals("look: 1: Somebody's", verdicts.get("scripts in no file"));
            assertFalse(well.output().contains("t0ken-t0ken"), "the token in the output");

            SERVER.stubFor(any(anyUrl())
                    .atPriority(9)
                    .willReturn(aResponse().proxiedFrom(sandbox.url().toString())));
            SERVER.stubFor(get(urlPathEqualTo("/governance/scripts"))
                    .withQueryParam("status", equalTo("no-such-status"))
                    .willReturn(aResponse().withStatus(400)));
            SERVER.stubFor(post("/governance/scripts/dry-run")
                    .willReturn(okJson("{\"success\":false,\"error\":\"Compilation error: no\",\"duration_ms\":1}")));
            SERVER.stubFor(get("/readyz")
                    .willReturn(okJson("{\"status\":\"healthy\",\"version\":\"9.9.9\"}")
                            .withHeader("Date", "Thu, 01 Jan 2026 00:00:00 GMT")));
            MavenRun.Result newer = maven(URI.create(SERVER.baseUrl()), "t0ken-t0ken")
                    .run(MavenRun.PLUGIN + ":doctor", "-Didp-scripts.format=json")
                    .succeeded();
            verdicts = verdicts();
            assertEquals("ok: healthy, version 9.9.9", verdicts.get("connection"));
            assertTrue(verdicts.get("clock").startsWith("look: the server's is -"), verdicts::toString);
            assertEquals(
                    "look: not as this version knows them any more: unknown filters are ignored",
                    verdicts.get("habits of the server"));
            assertEquals(
                    "look: the server's says something else than the embedded one: here a script runs to its end,"
                            + " there \"Compilation error: no\"",
                    verdicts.get("engine"));
            assertTrue(newer.output().contains("look for a newer plugin"), newer.output());
        }
    }

    @Test
    void aTokenWithoutARoleIsToldWhyItCanNeverWork() throws Exception {
        SERVER.stubFor(get("/readyz").willReturn(okJson("{\"status\":\"healthy\"}")));
        String payload = "{\"sub\":\"svc\",\"tid\":\"" + Environment.SYSTEM_TENANT + "\",\"roles\":[],\"exp\":"
                + Instant.now().plusSeconds(900).getEpochSecond() + "}";
        String token = "eyJhbGciOiJSUzI1NiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        MavenRun.Result run = maven(URI.create(SERVER.baseUrl()), token).run(MavenRun.PLUGIN + ":doctor");
        assertTrue(run.output().contains(": 1 bad, 1 to look at"), run.output());
        assertTrue(oneLine(run).contains(NEVER_WORKS), run.output());
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void anApiKeyThatIsRefusedIsToldWhy() throws Exception {
        SERVER.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("{\"error\":\"forbidden\","
                                + "\"message\":\"API key scope does not permit this operation\"}")));
        SERVER.stubFor(get("/readyz").willReturn(okJson("{\"status\":\"healthy\"}")));
        MavenRun.Result run =
                maven(URI.create(SERVER.baseUrl()), "xavyo_sk_live_1234567890").run(MavenRun.PLUGIN + ":doctor");
        assertTrue(oneLine(run).contains(NEVER_WORKS), run.output());
        assertFalse(run.output().contains("xavyo_sk_live_1234567890"), "the key in the output");
        assertTrue(run.output().contains("bad"), run.output());
    }

    @Test
    void whereNobodyAnswersNothingFurtherIsAsked() throws Exception {
        MavenRun.Result run =
                maven(URI.create("http://127.0.0.1:1"), "t0ken-t0ken").run(MavenRun.PLUGIN + ":doctor");
        assertTrue(
                oneLine(run).contains("Is the address right, the server up, a proxy or certificate missing?"),
                run.output());
        assertFalse(run.output().contains("role "), run.output());
    }
}
