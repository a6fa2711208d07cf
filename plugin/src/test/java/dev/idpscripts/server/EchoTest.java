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
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers may repeat what was sent; no error, cause or trace does. */
class EchoTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    /** In parts that the readers of JSON tell apart, so that half of it would be seen too. */
    private static final String CANARY = "xavyo_sk_live.CANARY-bird/+=\"q\"";

    private static final Credentials TOKEN = new Credentials.Token(new Secret(CANARY), "IDP_SCRIPTS_TOKEN");
    private static final Credentials LOGIN =
            new Credentials.Login("ada@example.com", new Secret(CANARY), "IDP_SCRIPTS_PASSWORD");

    private final List<String> trace = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    private Server connect(URI url, Credentials credentials, ProxyRoute route) {
        return Server.connect(new Server.Access(
                url,
                Servers.TENANT,
                credentials,
                route,
                new LoginCache(),
                requests,
                trace::add,
                Servers.NO_WAITS,
                new Secrets()));
    }

    private IdpScriptsException failing(URI url, Credentials credentials, ProxyRoute route) {
        return assertThrows(
                IdpScriptsException.class,
                () -> connect(url, credentials, route).scripts().create("A", Optional.empty()));
    }

    private IdpScriptsException failing(ResponseDefinitionBuilder answer) {
        STUB.stubFor(any(anyUrl()).willReturn(answer));
        IdpScriptsException e = failing(URI.create(Servers.http(STUB)), TOKEN, ProxyRoute.DIRECT);
        clean(e);
        return e;
    }

    /** No part of it, in nothing that can be printed. */
    private void clean(Throwable e) {
        StringWriter out = new StringWriter();
        e.printStackTrace(new PrintWriter(out));
        String all = out + String.join("\n", trace);
        for (String part : List.of("xavyo_sk_live", "CANARY", "bird")) {
            assertFalse(all.contains(part), all);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid token: %s",
                "{\"error\":\"x\",\"message\":\"Bearer %s\"}",
                "{\"detail\":\"%s\"}",
                "{\"error_description\":\"a %s b\"}",
                "%s",
                "{\"message\": %s",
            })
    void inTheBodyOfARefusal(String body) {
        failing(aResponse().withStatus(400).withBody(body.formatted(CANARY)));
        failing(aResponse().withStatus(401).withBody(body.formatted(CANARY)));
        failing(aResponse().withStatus(403).withBody(body.formatted(CANARY)));
        failing(aResponse().withStatus(500).withBody(body.formatted(CANARY.replace("\"", "\\\""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"id\":\"%s\"}", "{\"id\": %s}", "[\"%s\"]", "\"%s\"", "{\"%s\":1"})
    void inAnAnswerThatCannotBeRead(String body) {
        assertEquals(
                ErrorCode.NOT_THE_SERVER,
                failing(aResponse().withStatus(201).withBody(body.formatted(CANARY)))
                        .code());
        failing(aResponse().withStatus(201).withBody(body.formatted(CANARY.replace("\"", "\\\""))));
    }

    @Test
    void inHeaders() {
        IdpScriptsException e = failing(aResponse()
                .withStatus(500)
                .withHeader("x-request-id", CANARY)
                .withHeader("content-type", CANARY)
                .withBody("{}"));
        assertTrue(e.getMessage().contains("x-request-id ***"), e.getMessage());
        failing(aResponse().withStatus(302).withHeader("Location", "https://login.example.com/?t=" + CANARY));
        failing(aResponse().withStatus(401).withHeader("www-authenticate", "Bearer realm=" + CANARY));
    }

    /** So long that the end of it is cut off in the midst of the token. */
    @Test
    void whereATextIsCut() {
        for (int before = 480; before < 500; before++) {
            failing(aResponse().withStatus(400).withBody("y".repeat(before) + " " + CANARY));
        }
    }

    @Test
    void inWhatIsNoHttp() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerOne(socket, CANARY + " nonsense"));
            IdpScriptsException e =
                    failing(URI.create("http://127.0.0.1:" + socket.getLocalPort()), TOKEN, ProxyRoute.DIRECT);
            clean(e);
            answer.join();
        }
    }

    private static void answerOne(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            assertTrue(socket.getInputStream().read(new byte[8192]) > 0);
            socket.getOutputStream().write((text + "\r\n\r\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofALogin() {
        String sent = "{\"email\":\"ada@example.com\",\"password\":\"" + CANARY.replace("\"", "\\\"") + "\"}";
        for (int status : new int[] {200, 400, 401, 422, 500}) {
            STUB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("you sent " + sent)));
            clean(failing(URI.create(Servers.http(STUB)), LOGIN, ProxyRoute.DIRECT));
        }
    }

    @Test
    void ofAProxysPassword() {
        ProxyRoute route = ProxyRoute.through("127.0.0.1", STUB.getPort(), "ada", new Secret(CANARY));
        String pair = route.authorization().orElseThrow().value();
        STUB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(407).withBody("no: " + CANARY + ", " + pair)));
        IdpScriptsException e = failing(
                URI.create("http://idp.example.com"),
                new Credentials.Token(new Secret("another-token"), "IDP_SCRIPTS_TOKEN"),
                route);
        clean(e);
        assertFalse(e.getMessage().contains(pair.substring(6)), e.getMessage());
    }

    /** Java's exception for a header that cannot be sent quotes it. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\uFEFF", "\u0000", "\u0085", "\t", "\u007F", "é", "\uD800", "\u200B"})
    void aTokenThatCannotBeSent(String wrong) {
        for (String token : List.of(wrong + CANARY, CANARY + wrong, "CANARY-" + wrong + "bird")) {
            IdpScriptsException e = failing(
                    URI.create(Servers.http(STUB)),
                    new Credentials.Token(new Secret(token), "IDP_SCRIPTS_TOKEN"),
                    ProxyRoute.DIRECT);
            clean(e);
            assertEquals(ErrorCode.CREDENTIALS_REFUSED, e.code());
            assertTrue(e.getMessage().contains("the token from IDP_SCRIPTS_TOKEN cannot be used: its character "));
            assertTrue(e.getMessage().contains("Nothing was sent."), e.getMessage());
        }
        assertTrue(STUB.getAllServeEvents().isEmpty());
        assertEquals(0, requests.get());
    }
}
