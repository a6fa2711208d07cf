package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /auth} (server.md 5.3). */
class LoginTest {

    private final HandClock clock = new HandClock();
    private final Sandbox sandbox = Sandbox.start(Sandboxes.options(Optional.empty(), "LDAP"), clock);
    private final Client admin = Client.of(sandbox);
    private final Client nobody = admin.without("Authorization");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String credentials(String email, String password) {
        return new ObjectMapper()
                .createObjectNode()
                .put("email", email)
                .put("password", password)
                .toString();
    }

    private JsonNode login(String email) {
        return nobody.post("/auth/login", credentials(email, Sandboxes.TOKEN))
                .expect(200)
                .json();
    }

    private Client as(JsonNode tokens) {
        return nobody.with(
                "Authorization", "Bearer " + tokens.get("access_token").asText());
    }

    @Test
    void theAdminLogsInAndMayEverything() {
        JsonNode tokens = login(Sandbox.ADMIN_EMAIL);
        assertEquals("Bearer", tokens.get("token_type").asText());
        assertEquals(900, tokens.get("expires_in").asInt());
        String script = as(tokens).script("made by a person");
        assertEquals(
                admin.get("/governance/scripts/" + script).json().get("created_by"),
                admin.get("/governance/scripts/" + admin.script("made by a key"))
                        .json()
                        .get("created_by"));
    }

    @Test
    void theAccessTokenIsAJwtWithTheServersClaims() throws IOException {
        String[] parts = login("Admin@Example.COM").get("access_token").asText().split("\\.", -1);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode header = mapper.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertAll(
                () -> assertEquals(3, parts.length),
                () -> assertEquals("RS256", header.get("alg").asText()),
                () -> assertEquals("xavyo", claims.get("iss").asText()),
                () -> assertEquals("[\"xavyo\"]", claims.get("aud").toString()),
                () -> assertEquals("[\"admin\"]", claims.get("roles").toString()),
                () -> assertEquals(
                        Sandboxes.TENANT.toString(), claims.get("tid").asText()),
                () -> assertEquals(Sandbox.ADMIN_EMAIL, claims.get("email").asText()),
                () -> assertEquals(
                        HandClock.START.getEpochSecond(), claims.get("iat").asLong()),
                () -> assertEquals(
                        HandClock.START.getEpochSecond() + 900,
                        claims.get("exp").asLong()),
                () -> assertEquals(
                        4, UUID.fromString(claims.get("jti").asText()).version()),
                () -> assertEquals(
                        4, UUID.fromString(claims.get("sub").asText()).version()));
    }

    @ParameterizedTest
    @CsvSource({
        "admin@example.com, wrong",
        "other@example.com, xavyo_sk_test_0123456789abcdef",
        "admin@example.com, xavyo_sk_test_0123456789abcdeF"
    })
    void wrongCredentialsAreAProblem(String email, String password) {
        Client.Reply reply =
                nobody.post("/auth/login", credentials(email, password)).expect(401);
        assertEquals(Optional.of("application/problem+json"), reply.header("Content-Type"));
        assertEquals(
                "{\"type\":\"https://xavyo.net/errors/invalid-credentials\",\"title\":\"Invalid Credentials\","
                        + "\"status\":401,\"detail\":\"The provided credentials are invalid.\"}",
                reply.text());
    }

    @Test
    void loginNeedsTheTenantAndTakesNoOther() {
        String body = credentials(Sandbox.ADMIN_EMAIL, Sandboxes.TOKEN);
        assertEquals(
                "",
                nobody.without("X-Tenant-ID")
                        .post("/auth/login", body)
                        .expect(401)
                        .text());
        nobody.with("X-Tenant-ID", Sandboxes.OTHER_TENANT.toString())
                .post("/auth/login", body)
                .expect(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`                              | Failed to parse the request body as JSON: key must be a string at line 1 column 2",
                "{\"email\":\"a@b.c\"}           | Failed to deserialize the JSON body into the target type: missing field `password` at line 1 column 17",
                "{\"email\":\"a\",\"password\":\"\"} | Invalid email format, Password must be 1-1024 characters"
            })
    void aLoginThatCannotBeReadIsAProblemToo(String body, String detail) {
        Client.Reply reply = nobody.post("/auth/login", body).expect(422);
        assertEquals(Optional.of("application/problem+json"), reply.header("Content-Type"));
        assertEquals(detail, reply.json().get("detail").asText());
    }

    @Test
    void aRefreshTokenWorksOnceAndGivesNewTokens() {
        JsonNode first = login(Sandbox.ADMIN_EMAIL);
        String body = Client.json("refresh_token", first.get("refresh_token").asText());
        JsonNode second = nobody.without("X-Tenant-ID")
                .post("/auth/refresh", body)
                .expect(200)
                .json();
        assertNotEquals(first.get("refresh_token"), second.get("refresh_token"));
        assertNotEquals(first.get("access_token"), second.get("access_token"));
        as(second).get("/governance/scripts").expect(200);
        assertProblem("token-revoked", nobody.post("/auth/refresh", body));
    }

    @Test
    void aRefreshTokenLivesSevenDays() {
        String first = login(Sandbox.ADMIN_EMAIL).get("refresh_token").asText();
        clock.forward(Duration.ofDays(7));
        JsonNode second = nobody.post("/auth/refresh", Client.json("refresh_token", first))
                .expect(200)
                .json();
        clock.forward(Duration.ofDays(7).plusSeconds(1));
        String body = Client.json("refresh_token", second.get("refresh_token").asText());
        assertProblem("token-expired", nobody.post("/auth/refresh", body));
        assertProblem("invalid-token", nobody.post("/auth/refresh", Client.json("refresh_token", "no such")));
    }

    private static void assertProblem(String type, Client.Reply reply) {
        assertEquals(
                "https://xavyo.net/errors/" + type,
                reply.expect(401).json().get("type").asText());
        assertEquals(Optional.of("application/problem+json"), reply.header("Content-Type"));
    }

    @Test
    void logoutEndsTheRefreshTokenButNotTheAccessToken() {
        JsonNode tokens = login(Sandbox.ADMIN_EMAIL);
        String body = Client.json("refresh_token", tokens.get("refresh_token").asText());
        nobody.post("/auth/logout", body).expect(204);
        assertProblem("token-revoked", nobody.post("/auth/refresh", body));
        as(tokens).get("/governance/scripts").expect(200);
        nobody.post("/auth/logout", Client.json("refresh_token", "no such")).expect(204);
        nobody.post("/auth/logout", "{}").expect(422);
    }
}
