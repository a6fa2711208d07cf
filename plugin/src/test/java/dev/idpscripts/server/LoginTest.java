package dev.idpscripts.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging in once, renewing once, and refusing tokens that cannot work. */
class LoginTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String NO_CONNECTORS = "{\"items\":[],\"total\":0,\"limit\":100,\"offset\":0}";

    private static String jwt(UUID tenant, Instant end) {
        String payload = "{\"sub\":\"x\",\"tid\":\"" + tenant + "\",\"exp\":" + end.getEpochSecond() + "}";
        String middle =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return "eyJhbGciOiJSUzI1NiJ9." + middle + ".c2ln";
    }

    private static String fresh() {
        return jwt(Servers.TENANT, Instant.now().plusSeconds(900));
    }

    private static String tokens(String access, String refresh) {
        return "{\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refresh
                + "\",\"token_type\":\"Bearer\",\"expires_in\":900}";
    }

    private static void connectors(String token, boolean good) {
        STUB.stubFor(get(urlPathEqualTo("/connectors"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(good ? okJson(NO_CONNECTORS) : unauthorized().withBody("Invalid or expired token")));
    }

    private static int logins() {
        return STUB.findAll(postRequestedFor(urlEqualTo("/auth/login"))).size();
    }

    private static int refreshes() {
        return STUB.findAll(postRequestedFor(urlEqualTo("/auth/refresh"))).size();
    }

    @Test
    void severalGoalsOfABuildLogInOnce() {
        String token = fresh();
        STUB.stubFor(post("/auth/login")
                .withRequestBody(equalToJson("{\"email\":\"ada@example.com\",\"password\":\"s3cret-pass\"}"))
                .willReturn(okJson(tokens(token, "r1"))));
        connectors(token, true);
        LoginCache build = new LoginCache();
        for (int goal = 0; goal < 3; goal++) {
            Server.connect(new Server.Access(
                            URI.create(STUB.baseUrl()),
                            Servers.TENANT,
                            Servers.LOGIN,
                            ProxyRoute.DIRECT,
                            build,
                            new AtomicInteger(),
                            line -> {},
                            Waits.saying(line -> {}),
                            new Secrets()))
                    .connectors()
                    .all();
        }
        assertEquals(1, logins());
    }

    @Test
    void aRefusedTokenIsRefreshedOnceAndTheRequestRepeated() {
        String old = fresh();
        String renewed = jwt(Servers.TENANT, Instant.now().plusSeconds(901));
        STUB.stubFor(post("/auth/login").willReturn(okJson(tokens(old, "r1"))));
        STUB.stubFor(post("/auth/refresh")
                .withRequestBody(equalToJson("{\"refresh_token\":\"r1\"}"))
                .willReturn(okJson(tokens(renewed, "r2"))));
        connectors(old, false);
        connectors(renewed, true);

        assertTrue(Servers.client(STUB, Servers.LOGIN).connectors().all().isEmpty());
        assertEquals(1, logins());
        assertEquals(1, refreshes());
    }

    @Test
    void aRefreshTokenThatIsUsedUpLeadsToANewLogin() {
        String old = fresh();
        String renewed = jwt(Servers.TENANT, Instant.now().plusSeconds(901));
        STUB.stubFor(post("/auth/login")
                .inScenario("s")
                .whenScenarioStateIs("Started")
                .willReturn(okJson(tokens(old, "r1")))
                .willSetStateTo("again"));
        STUB.stubFor(post("/auth/login")
                .inScenario("s")
                .whenScenarioStateIs("again")
                .willReturn(okJson(tokens(renewed, "r2"))));
        STUB.stubFor(post("/auth/refresh").willReturn(unauthorized().withBody("{\"title\":\"token-revoked\"}")));
        connectors(old, false);
        connectors(renewed, true);

        assertTrue(Servers.client(STUB, Servers.LOGIN).connectors().all().isEmpty());
        assertEquals(2, logins());
    }

    /** Logins are few, so a refusal that may be wrong costs none. */
    @Test
    void aDoubtfulRefusalIsRepeatedBeforeTheTokenIsRenewed() {
        STUB.stubFor(post("/auth/login").willReturn(okJson(tokens(fresh(), "r1"))));
        STUB.stubFor(get(urlPathEqualTo("/connectors")).willReturn(okJson(NO_CONNECTORS)));
        STUB.stubFor(get(urlPathEqualTo("/connectors"))
                .inScenario("s")
                .whenScenarioStateIs("Started")
                .willSetStateTo("again")
                .willReturn(unauthorized().withBody("Token has been revoked")));
        assertTrue(Servers.client(STUB, Servers.LOGIN).connectors().all().isEmpty());
        assertEquals(1, logins());
        assertEquals(0, refreshes());
    }

    @Test
    void aTokenThatStaysRefusedEndsTheRun() {
        String token = fresh();
        STUB.stubFor(post("/auth/login").willReturn(okJson(tokens(token, "r1"))));
        STUB.stubFor(post("/auth/refresh").willReturn(okJson(tokens(token, "r2"))));
        connectors(token, false);
        Server server = Servers.client(STUB, Servers.LOGIN);
        UserError e = assertThrows(UserError.class, () -> server.connectors().all());
        assertEquals(ErrorCode.CREDENTIALS_REFUSED, e.code());
        assertEquals(1, refreshes());
    }

    @Test
    void aRefusedLoginIsNeverTriedAgain() {
        STUB.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("content-type", "application/problem+json")
                        .withBody("{\"type\":\"invalid-credentials\",\"title\":\"Invalid Credentials\",\"status\":401,"
                                + "\"detail\":\"Invalid email or password\"}")));
        UserError e = assertThrows(UserError.class, () -> Servers.client(STUB, Servers.LOGIN));
        assertEquals(ErrorCode.CREDENTIALS_REFUSED, e.code());
        assertTrue(
                e.getMessage().startsWith("log in as ada@example.com failed: 401 Invalid email or password"),
                e.getMessage());
        assertEquals(1, logins());
    }

    @Test
    void aSecondFactorIsExplained() {
        STUB.stubFor(post("/auth/login")
                .willReturn(okJson("{\"partial_token\":\"p\",\"mfa_required\":true,\"expires_in\":300}")));
        UserError e = assertThrows(UserError.class, () -> Servers.client(STUB, Servers.LOGIN));
        assertTrue(e.getMessage().contains("second factor"), e.getMessage());
        assertTrue(e.getMessage().contains("IDP_SCRIPTS_TOKEN"), e.getMessage());
    }

    @Test
    void aTokenOfAnotherTenantIsRefusedBeforeAnythingIsSent() {
        UUID other = UUID.fromString("11111111-1111-4111-8111-111111111111");
        Credentials token =
                new Credentials.Token(new Secret(jwt(other, Instant.now().plusSeconds(900))), "IDP_SCRIPTS_TOKEN");
        UserError e = assertThrows(UserError.class, () -> Servers.client(STUB, token));
        assertEquals(ErrorCode.TENANT_MISMATCH, e.code());
        assertEquals(
                "the token from IDP_SCRIPTS_TOKEN is for tenant " + other + ", but the environment names "
                        + Servers.TENANT,
                e.getMessage().lines().findFirst().orElseThrow());
        assertEquals(0, STUB.getAllServeEvents().size());
    }

    @Test
    void anExpiredTokenIsRefusedBeforeAnythingIsSent() {
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        Credentials token = new Credentials.Token(new Secret(jwt(Servers.TENANT, end)), "<server> idp in settings.xml");
        UserError e = assertThrows(UserError.class, () -> Servers.client(STUB, token));
        assertEquals(ErrorCode.CREDENTIALS_REFUSED, e.code());
        assertEquals(
                "the token from <server> idp in settings.xml expired at 2026-03-01T00:00:00Z",
                e.getMessage().lines().findFirst().orElseThrow());
        assertEquals(0, STUB.getAllServeEvents().size());
    }

    @Test
    void tokensThatAreNoJsonWebTokensAreLeftToTheServer() {
        connectors("a.b.c", true);
        Credentials token = new Credentials.Token(new Secret("a.b.c"), "x");
        assertTrue(Servers.client(STUB, token).connectors().all().isEmpty());
    }
}
