package dev.idpscripts.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.TokenFacts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the doctor tells about credentials and about a server before it logs in. */
class TokenFactsTest {

    private static TokenFacts token(String value) {
        return TokenFacts.of(new Credentials.Token(new Secret(value), "a test"));
    }

    private static String jwt(String payload) {
        return "e30." + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".x";
    }

    @Test
    void aTokenOfClientCredentialsHasNoRole() {
        TokenFacts facts = token(jwt("{\"exp\":1772366400,\"roles\":[]}"));
        assertEquals("access token", facts.kind());
        assertEquals(Optional.of(List.of()), facts.roles());
        assertEquals(Optional.of(Instant.parse("2026-03-01T12:00:00Z")), facts.expires());
    }

    @Test
    void othersSayWhatTheyAre() {
        assertEquals(
                Optional.of(List.of("admin")),
                token(jwt("{\"roles\":[\"admin\"]}")).roles());
        assertEquals(new TokenFacts("API key", Optional.empty(), Optional.empty()), token("xavyo_sk_live_1"));
        assertEquals("token of an unknown kind", token("x").kind());
        assertEquals(
                "login as ada@example.com",
                TokenFacts.of(new Credentials.Login("ada@example.com", new Secret("p"), "a test"))
                        .kind());
    }

    @Test
    void noneShowsTheSecret() {
        assertFalse(token("xavyo_sk_live_abc").toString().contains("abc"));
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        Health health = Health.of(URI.create("http://127.0.0.1:1"), ProxyRoute.DIRECT);
        assertTrue(health.reached().orElseThrow().contains("ConnectException"), health.toString());
    }

    @Test
    void aServerBehindADeadProxyIsSaidWithIt() {
        Health health = Health.of(URI.create("https://idp.example.com"), ProxyRoute.through("127.0.0.1", 1));
        assertTrue(health.reached().orElseThrow().contains("through the proxy 127.0.0.1:1"), health.toString());
    }
}
