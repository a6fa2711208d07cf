package dev.idpscripts.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.error.RequestFailed.Effect;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Bearer;
import dev.idpscripts.server.http.Exchange.Limits;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.server.login.LoginSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between here and the server, what is said about it, and whether a write may have been done. */
class FaultsTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private IdpScriptsException creating(ResponseDefinitionBuilder answer) {
        return creating(answer, 1);
    }

    private IdpScriptsException creating(ResponseDefinitionBuilder answer, int times) {
        STUB.stubFor(any(anyUrl()).willReturn(answer));
        AtomicInteger requests = new AtomicInteger();
        Server server = Servers.client(URI.create(Servers.http(STUB)), Servers.TOKEN, requests);
        IdpScriptsException e =
                assertThrows(IdpScriptsException.class, () -> server.scripts().create("A", Optional.empty()));
        assertEquals(times, requests.get(), "a write is sent once, unless it was refused before anything was done");
        assertEquals(times, STUB.getAllServeEvents().size(), "and not again by the HTTP client");
        return e;
    }

    private static ResponseDefinitionBuilder answer(int status, String type, String body) {
        return aResponse().withStatus(status).withHeader("content-type", type).withBody(body);
    }

    private static void says(IdpScriptsException e, ErrorCode code, String firstLine) {
        assertEquals(firstLine, e.getMessage().lines().findFirst().orElseThrow());
        assertEquals(code, e.code());
    }

    private static void effect(Effect expected, IdpScriptsException e) {
        assertEquals(expected, ((RequestFailed) e).effect());
    }

    @Test
    void aGovernanceErrorWithItsRequestId() {
        IdpScriptsException e = creating(answer(
                        412,
                        "application/json",
                        "{\"error\":\"precondition_failed\",\"message\":\"Script is not active: 1\"}")
                .withHeader("x-request-id", "r-1"));
        says(e, ErrorCode.REQUEST_REFUSED, "create script A failed: 412 Script is not active: 1, x-request-id r-1");
        effect(Effect.NONE, e);
    }

    @Test
    void aProblemOfTheAdminGuard() {
        IdpScriptsException e = creating(
                answer(
                        403,
                        "application/json",
                        "{\"type\":\"t\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Admin role required for this operation\"}"),
                4);
        says(e, ErrorCode.ROLE_MISSING, "create script A failed: 403 Admin role required for this operation");
        assertTrue(e.getMessage().contains("role admin or super_admin"), e.getMessage());
    }

    @Test
    void anOAuthLikeError() {
        IdpScriptsException e = creating(answer(
                500,
                "application/json",
                "{\"error\":\"internal_server_error\",\"error_description\":\"An unexpected error occurred.\"}"));
        says(e, ErrorCode.SERVER_FAILED, "create script A failed: 500 An unexpected error occurred.");
        effect(Effect.UNKNOWN, e);
    }

    @Test
    void plainText() {
        IdpScriptsException e = creating(answer(422, "text/plain; charset=utf-8", "Failed to deserialize: x"));
        says(e, ErrorCode.REQUEST_REFUSED, "create script A failed: 422 Failed to deserialize: x");
    }

    @Test
    void anEmptyBodyThatCallsItselfJson() {
        IdpScriptsException e = creating(answer(401, "application/json", ""));
        says(e, ErrorCode.CREDENTIALS_REFUSED, "create script A failed: 401 (empty answer)");
        assertTrue(e.getMessage().contains("the credentials from IDP_SCRIPTS_TOKEN"), e.getMessage());
    }

    @Test
    void anApiKeyOfAnotherTenant() {
        IdpScriptsException e = creating(
                answer(401, "application/json", "{\"error\":\"unauthorized\",\"message\":\"Tenant mismatch\"}"));
        says(e, ErrorCode.TENANT_MISMATCH, "create script A failed: 401 Tenant mismatch");
    }

    @Test
    void anExpiredApiKey() {
        IdpScriptsException e = creating(
                answer(401, "application/json", "{\"error\":\"unauthorized\",\"message\":\"API key has expired\"}"));
        says(e, ErrorCode.CREDENTIALS_REFUSED, "create script A failed: 401 API key has expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aWriteThatMayHaveBeenDone(int status) {
        effect(Effect.UNKNOWN, creating(answer(status, "application/json", "{}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 409, 413, 415, 429, 501})
    void aWriteThatWasNotDone(int status) {
        effect(Effect.NONE, creating(answer(status, "application/json", "{}"), status == 429 ? 6 : 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void htmlOfAProxyOrLoginPage(int status) {
        IdpScriptsException e = creating(answer(status, "text/html", "<html><h1>Sign in</h1></html>"));
        assertEquals(ErrorCode.NOT_THE_SERVER, e.code());
        assertTrue(e.getMessage().startsWith("create script A failed: "), e.getMessage());
        assertTrue(e.getMessage().contains("Is " + Servers.http(STUB) + " the identity server itself"), e.getMessage());
        effect(status == 404 ? Effect.NONE : Effect.UNKNOWN, e);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /elsewhere                                    | BASE/elsewhere
            login page                                    | BASE/governance/login%20page
            https://sso.example.com/login?token=s3cret#x  | https://sso.example.com/login
            https://ada:s3cret@sso.example.com:99/        | https://sso.example.com:99/
            https://under_score/{a                        |
            https://under_score/a?x={b^c}                 | https://under_score/a
            //other.example.com/governance/scripts        | http://other.example.com/governance/scripts
            https://x/s3cret-token/%1B%5B31m              | https://x/***/%1B%5B31m
            http://[                                      |
            ''                                            |
            """)
    void aRedirectSaysWhereToAndIsNotFollowedBecauseItWouldTakeTheTokenAlong(String location, String told) {
        for (int status : new int[] {301, 302, 307, 308}) {
            STUB.resetAll();
            IdpScriptsException e = creating(aResponse()
                    .withStatus(status)
                    .withHeader("Location", location)
                    .withHeader("Content-Type", "text/html")
                    .withBody("<html>Moved</html>"));
            String base = Servers.http(STUB);
            String how = told == null
                    ? status + " with an HTML page"
                    : status + ", " + base + " redirects to " + told.replace("BASE", base);
            says(e, ErrorCode.NOT_THE_SERVER, "create script A failed: " + how);
            assertTrue(e.getMessage().contains("Is " + base + " the identity server itself"), e.getMessage());
            assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
            effect(Effect.NONE, e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://idp.example.com/governance/scripts, https://idp.example.com",
        "https://idp.example.com:8443/idp/governance/scripts, https://idp.example.com:8443/idp"
    })
    void aRedirectToTheSamePathNamesTheUrlToSet(String location, String url) {
        IdpScriptsException e = creating(aResponse().withStatus(301).withHeader("Location", location));
        assertTrue(
                e.getMessage().contains("set \"url\" in the environment's file to " + url + ". Redirects"),
                e.getMessage());
    }

    @Test
    void anAnswerOfThatKindThatSaysNoPlace() {
        says(
                creating(aResponse().withStatus(304)),
                ErrorCode.NOT_THE_SERVER,
                "create script A failed: 304 (empty answer)");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, http", "127.0.0.1, https", "no-such-proxy.invalid, http", "no-such-proxy.invalid, https"})
    void aDeadProxyIsNamed(String host, String scheme) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RequestFailed e = sendThrough(
                ProxyRoute.through(host, port, "ada", new Secret("s3cret-proxy"))
                        .from("\"corp\" in settings.xml"),
                URI.create(scheme + "://idp.example.com"));
        assertEquals(ErrorCode.SERVER_UNREACHABLE, e.code());
        effect(Effect.NONE, e);
        assertTrue(
                e.getMessage()
                        .startsWith("create script A failed: no connection to the proxy " + host + ":" + port
                                + " (\"corp\" in settings.xml), through which " + scheme
                                + "://idp.example.com is reached"),
                e.getMessage());
        assertTrue(e.getMessage().contains("Is the proxy running"), e.getMessage());
        assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
    }

    @Test
    void aProxyThatHangsUpIsNamed() {
        STUB.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        RequestFailed e = sendThrough(
                ProxyRoute.through("localhost", STUB.getPort()).from("from settings.xml"),
                URI.create("http://idp.example.com"));
        assertEquals(
                "create script A failed: the connection broke to http://idp.example.com through the proxy localhost:"
                        + STUB.getPort() + " (from settings.xml)",
                e.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"id\":7}", "half {\"id\":"})
    void anAnswerThatIsNotWhatTheApiGives(String body) {
        IdpScriptsException e = creating(answer(201, "application/json", body));
        assertEquals(ErrorCode.NOT_THE_SERVER, e.code());
        effect(Effect.UNKNOWN, e);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnection(Fault fault) {
        IdpScriptsException e = creating(aResponse().withFault(fault));
        effect(Effect.UNKNOWN, e);
        assertTrue(e.getMessage().startsWith("create script A failed: "), e.getMessage());
    }

    @Test
    void aReadThatFailsHasNoEffect() {
        STUB.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Server server = Servers.client(STUB, Servers.TOKEN);
        RequestFailed e =
                assertThrows(RequestFailed.class, () -> server.scripts().get(ID, "A"));
        effect(Effect.NONE, e);
        assertTrue(e.getMessage().startsWith("read script A failed: the connection broke to " + Servers.http(STUB)));
    }

    @Test
    void noAnswerInTime() {
        STUB.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));
        Transport transport = new Transport(
                URI.create(Servers.http(STUB)),
                Servers.TENANT,
                "x",
                ProxyRoute.DIRECT,
                new Limits(Duration.ofMillis(100), 1 << 20),
                Servers.NO_WAITS,
                new AtomicInteger(),
                line -> {},
                new Secrets());
        RequestFailed e = assertThrows(
                RequestFailed.class,
                () -> transport.send(
                        ApiRequest.post("create script A", "/x").with(Map.of()),
                        Bearer.fixed(new Secret("t")),
                        StoredScript.class));
        effect(Effect.UNKNOWN, e);
        assertTrue(
                e.getMessage().startsWith("create script A failed: no whole answer in time from " + Servers.http(STUB)),
                e.getMessage());
    }

    @Test
    void aServerThatIsDown() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Server server = Servers.client(URI.create("http://127.0.0.1:" + port), Servers.TOKEN, new AtomicInteger());
        RequestFailed e =
                assertThrows(RequestFailed.class, () -> server.scripts().create("A", Optional.empty()));
        assertEquals(ErrorCode.SERVER_UNREACHABLE, e.code());
        assertTrue(
                e.getMessage().startsWith("create script A failed: no connection to http://127.0.0.1:" + port),
                e.getMessage());
        effect(Effect.NONE, e);
    }

    @Test
    void aHostThatDoesNotExist() {
        Server server = Servers.client(URI.create("https://no-such-host.invalid"), Servers.TOKEN, new AtomicInteger());
        RequestFailed e =
                assertThrows(RequestFailed.class, () -> server.scripts().create("A", Optional.empty()));
        assertEquals(ErrorCode.SERVER_UNREACHABLE, e.code());
        effect(Effect.NONE, e);
    }

    /** The JDK gives such an answer no body at all, and does not send the password in the clear unless it is told to. */
    @Test
    void aProxyThatRefusesATunnel() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0)) {
            CompletableFuture<Void> refusal = CompletableFuture.runAsync(() -> refuseOne(proxy));
            throughProxy(proxy.getLocalPort());
            refusal.join();
        }
    }

    private static void refuseOne(ServerSocket proxy) {
        try (Socket socket = proxy.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void throughProxy(int port) {
        RequestFailed e = sendThrough(
                ProxyRoute.through("localhost", port, "ada", new Secret("s3cret-proxy")),
                URI.create("https://idp.example.com"));
        effect(Effect.NONE, e);
        assertEquals(ErrorCode.PROXY_REFUSED, e.code());
        assertTrue(e.what().endsWith(", from the proxy localhost:" + port), e.what());
        assertTrue(e.getMessage().contains("-Djdk.http.auth.tunneling.disabledSchemes="), e.getMessage());
    }

    private static RequestFailed sendThrough(ProxyRoute route, URI url) {
        Transport transport = new Transport(
                url,
                Servers.TENANT,
                "x",
                route,
                Transport.LIMITS,
                Servers.NO_WAITS,
                new AtomicInteger(),
                line -> {},
                new Secrets());
        return assertThrows(
                RequestFailed.class,
                () -> transport.send(
                        ApiRequest.post("create script A", "/x").with(Map.of()),
                        Bearer.fixed(new Secret("t")),
                        StoredScript.class));
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        Server server = Servers.client(
                URI.create("https://localhost:" + STUB.getHttpsPort()), Servers.TOKEN, new AtomicInteger());
        RequestFailed e =
                assertThrows(RequestFailed.class, () -> server.scripts().create("A", Optional.empty()));
        assertEquals(ErrorCode.TLS_FAILED, e.code());
        assertTrue(e.getMessage().contains("MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE"), e.getMessage());
        effect(Effect.NONE, e);
    }

    @Test
    void whatTheServerSaysCannotPlayTricksOrRepeatTheToken() {
        IdpScriptsException e = creating(
                answer(400, "text/plain", "bad \u001B[31mred\u001B[0m\r\nfor Bearer s3cret-token " + "x".repeat(1000)));
        assertTrue(e.getMessage().startsWith("create script A failed: 400 bad  [31mred [0m for Bearer *** xxx"));
        assertFalse(e.getMessage().contains("s3cret"));
        assertTrue(e.getMessage().length() < 600);
    }

    @Test
    void secretsDoNotShow() {
        assertFalse((Servers.TOKEN + " " + Servers.LOGIN).contains("s3cret"));
        assertFalse(
                new LoginSession.Tokens("s3cret", "s3cret", false).toString().contains("s3cret"));
    }
}
