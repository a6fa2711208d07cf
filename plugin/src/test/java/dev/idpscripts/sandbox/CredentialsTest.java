package dev.idpscripts.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.sandbox.login.AccessTokens;
import dev.idpscripts.sandbox.login.User;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with which credentials (server.md 5.1 to 5.4), beyond the recordings. */
class CredentialsTest {

    private final HandClock clock = new HandClock();
    private final Sandbox sandbox = Sandbox.start(Sandboxes.options(Optional.empty(), "LDAP"), clock);
    private final Client admin = Client.of(sandbox);
    private final Client nobody = admin.without("Authorization");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Client person(String email) {
        return nobody.with("Authorization", "Bearer " + accessToken(email));
    }

    private String accessToken(String email) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Sandboxes.TOKEN);
        return nobody.post("/auth/login", body)
                .expect(200)
                .json()
                .get("access_token")
                .asText();
    }

    @Test
    void aUserWithoutTheAdminRoleMayOnlyReadConnectors() {
        Client user = person(Sandbox.USER_EMAIL);
        JsonNode refused = user.get("/governance/scripts").expect(403).json();
        assertEquals(List.of("type", "title", "status", "detail"), keys(refused));
        assertEquals(
                "Admin role required for this operation", refused.get("detail").asText());
        JsonNode connector = user.get("/connectors").expect(200).json().at("/items/0");
        user.get("/connectors/" + connector.get("id").asText()).expect(200);
        JsonNode denied = user.delete("/connectors/" + connector.get("id").asText())
                .expect(403)
                .json();
        assertEquals("{\"error\":\"forbidden\",\"message\":\"Access denied\"}", denied.toString());
        user.post("/connectors", "{}").expect(422);
        user.post(
                        "/connectors",
                        "{\"name\":\"x\",\"connector_type\":\"rest\",\"config\":{\"base_url\":\"u\"},\"credentials\":{}}")
                .expect(403);
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(e -> e.getKey()).toList();
    }

    @Test
    void anAccessTokenLivesFifteenMinutesAndOneMore() {
        Client person = person(Sandbox.ADMIN_EMAIL);
        clock.forward(Duration.ofMinutes(16));
        person.get("/governance/scripts").expect(200);
        clock.forward(Duration.ofSeconds(1));
        assertEquals(
                "Invalid or expired token",
                person.get("/governance/scripts").expect(401).text());
    }

    @Test
    void aTokenThatWasTamperedWithOrComesFromElsewhereIsRefused() {
        String token = accessToken(Sandbox.USER_EMAIL);
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String promoted = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"user\"", "\"admin\"").getBytes(UTF_8));
        String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        String foreign = new AccessTokens(Sandboxes.TENANT, clock).issue(User.ADMIN);
        for (String bad : List.of(
                parts[0] + "." + promoted + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                parts[0] + ".." + parts[2],
                unsigned + "." + promoted + ".",
                token + "x",
                foreign,
                "a.b.c",
                ".")) {
            Client.Reply reply = nobody.with("Authorization", "Bearer " + bad).get("/governance/scripts");
            assertEquals("Invalid or expired token", reply.expect(401).text(), bad);
        }
    }

    @Test
    void anAccessTokenIsGoodWithAnyTenantInTheHeader() {
        Client person = person(Sandbox.ADMIN_EMAIL);
        person.with("X-Tenant-ID", Sandboxes.OTHER_TENANT.toString())
                .get("/governance/scripts")
                .expect(200);
        assertEquals(
                "",
                person.with("X-Tenant-ID", "acme")
                        .get("/governance/scripts")
                        .expect(401)
                        .text());
    }

    @Test
    void theTokenIsTakenWhateverItLooksLikeAndComparedExactly() {
        SandboxOptions options = new SandboxOptions(0, Optional.empty(), "dev", Sandboxes.TENANT, List.of());
        try (Sandbox other = Sandbox.start(options)) {
            Client client = Client.of(other);
            client.with("Authorization", "Bearer dev")
                    .get("/governance/scripts")
                    .expect(200);
            for (String wrong : List.of("Dev", "de", "dev2", "xavyo_sk_dev", Sandboxes.TOKEN)) {
                client.with("Authorization", "Bearer " + wrong)
                        .get("/governance/scripts")
                        .expect(401);
            }
            client.with("Authorization", "Bearer dev")
                    .with("X-Tenant-ID", Sandboxes.OTHER_TENANT.toString())
                    .get("/connectors")
                    .expect(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{00000000-0000-0000-0000-000000000001}", "00000000000000000000000000000001"})
    void theTenantMayBeWrittenInEveryWay(String tenant) {
        admin.with("X-Tenant-ID", tenant).get("/governance/scripts").expect(200);
    }
}
