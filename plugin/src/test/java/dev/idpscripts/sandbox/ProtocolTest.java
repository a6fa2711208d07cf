package dev.idpscripts.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework around the endpoints does (server.md 1.1, 2.3 and 6), beyond the recordings. */
class ProtocolTest {

    private static final int MIB = 1_048_576;

    private final Sandbox sandbox = Sandboxes.ephemeral();
    private final Client client = Client.of(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /governance/nosuch",
        "GET,     /governance/scripts/",
        "GET,     /governance/scripts//versions",
        "POST,    /governance/provisioning-scripts",
        "GET,     /",
        "GET,     /nosuch"
    })
    void nothingThereIsAnEmpty404EvenWithoutCredentials(String method, String path) {
        Client.Reply reply =
                client.without("Authorization").without("X-Tenant-ID").send(method, path, "{}");
        reply.expect(404);
        assertEquals("", reply.text());
        assertEquals(Optional.empty(), reply.header("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,  /governance/scripts,                       'GET,HEAD,POST'",
        "POST,   /governance/scripts/x,                     'GET,HEAD,PUT,DELETE'",
        "GET,    /governance/scripts/dry-run,               POST",
        "DELETE, /governance/scripts/x/versions/compare,    'GET,HEAD'",
        "PUT,    /governance/script-audit-events,           'GET,HEAD'",
        "GET,    /auth/refresh,                             POST"
    })
    void aWrongMethodIs405WithWhatIsAllowed(String method, String path, String allowed) {
        assertEquals(
                Optional.of(allowed),
                client.send(method, path, "{}").expect(405).header("Allow"));
    }

    @Test
    void aWrongMethodIsSeenOnlyAfterTheCredentials() {
        client.without("Authorization")
                .send("PATCH", "/governance/scripts", "{}")
                .expect(401);
    }

    @Test
    void headIsGetWithoutBody() {
        client.script("one");
        Client.Reply reply = client.send("HEAD", "/governance/scripts", "").expect(200);
        assertEquals("", reply.text());
        client.send("HEAD", "/governance/scripts/" + Sandboxes.NOBODY, "").expect(404);
    }

    /** The JDK's own server hangs up at 200: a write that comes at that moment is lost. */
    @Test
    void connectionsAreKeptHoweverManyThereAre() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int number = 0; number < 230; number++) {
                clients.add(new Socket(sandbox.url().getHost(), sandbox.url().getPort()));
                assertEquals("HTTP/1.1 200 OK", alive(clients.get(number)), "client " + number);
            }
            for (Socket client : clients) {
                assertEquals("HTTP/1.1 200 OK", alive(client), "client " + clients.indexOf(client) + ", again");
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** The first line of the answer; nothing if the connection is gone. */
    private static String alive(Socket client) throws IOException {
        client.getOutputStream().write("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
        byte[] answer = new byte[4096];
        int length = client.getInputStream().read(answer);
        while (length > 0 && !new String(answer, 0, length, US_ASCII).contains("}")) {
            length += client.getInputStream().read(answer, length, answer.length - length);
        }
        return new String(answer, 0, Math.max(0, length), US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }

    @Test
    void optionsIsAnsweredForEveryPath() {
        client.without("Authorization")
                .send("OPTIONS", "/governance/scripts", "")
                .expect(200);
    }

    @Test
    void aBodyOfOneMebibyteIsTakenAndOneByteMoreIsNot() {
        String start = "{\"name\":\"large\",\"more\":\"";
        String full = start + "x".repeat(MIB - start.length() - 2) + "\"}";
        client.post("/governance/scripts", full).expect(201);
        Client.Reply reply = client.post("/governance/scripts", full + " ").expect(413);
        assertEquals("length limit exceeded", reply.text());
        assertEquals(Optional.of("text/plain; charset=utf-8"), reply.header("Content-Type"));
    }

    @Test
    void tooLargeABodyOfUnknownLengthIsSeenWhenItIsRead() {
        Client.Reply reply = client.send(
                "POST",
                "/governance/scripts",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[MIB + 1])));
        assertEquals(
                "Failed to buffer the request body: length limit exceeded",
                reply.expect(413).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON",
                "application/scim+json"
            })
    void theseContentTypesAreJson(String type) {
        Client.Reply reply = client.with("Content-Type", type).post("/governance/scripts", "{}");
        // The filter in front compares the case (server.md 2.3).
        reply.expect(type.startsWith("A") ? 415 : 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/xml",
                "application/jsonp"
            })
    void theseContentTypesPassTheFilterButAreNoJson(String type) {
        Client.Reply reply = client.with("Content-Type", type)
                .post("/governance/scripts", "{}")
                .expect(415);
        assertEquals("Expected request with `Content-Type: application/json`", reply.text());
    }

    @Test
    void theContentTypeIsLookedAtBeforeAnythingElse() {
        client.with("Content-Type", "text/plain")
                .without("Authorization")
                .post("/nosuch", "")
                .expect(415);
        client.with("Content-Type", "text/plain").get("/governance/scripts").expect(200);
    }

    @Test
    void bodiesThatNobodyReadsDoNotMatter() {
        String script = client.script("a");
        client.without("Content-Type")
                .post("/governance/scripts/" + script + "/activate", "no JSON")
                .expect(200);
    }

    @Test
    void aRequestIdIsSentBackOrMade() {
        assertEquals(
                Optional.of("abc-1"),
                client.with("X-Request-ID", "abc-1").get("/livez").header("x-request-id"));
        String made = client.get("/livez").header("x-request-id").orElseThrow();
        assertEquals(made, UUID.fromString(made).toString());
        assertTrue(client.get("/governance/scripts/x").header("x-request-id").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readyz", "/healthz"})
    void healthNeedsNoCredentials(String path) {
        Client.Reply reply =
                client.without("Authorization").without("X-Tenant-ID").get(path).expect(200);
        assertEquals("healthy", reply.json().get("status").asText());
        assertEquals("ok", reply.json().at("/checks/database/status").asText());
        assertTrue(reply.json().get("uptime_seconds").isIntegralNumber());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?page=                          | cannot parse integer from empty string",
                "?page=1.5                       | invalid digit found in string",
                "?page=-                         | invalid digit found in string",
                "?page=9223372036854775808       | number too large to fit in target type",
                "?page=-9223372036854775809      | number too small to fit in target type",
                "?page=1&page=2                  | duplicate field `page`",
                "?page_size=x&page=y             | invalid digit found in string"
            })
    void aQueryThatCannotBeReadIsRefusedInRustsWords(String query, String problem) {
        assertEquals(
                "Failed to deserialize query string: " + problem,
                client.get("/governance/scripts" + query).expect(400).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=%2B1", "?&&page=1&", "?page=1&sort=name&sort=x", "?search=a%20b+c", "?search"})
    void theseQueriesAreFine(String query) {
        client.get("/governance/scripts" + query).expect(200);
    }

    @Test
    void anIdInThePathMayBeEncodedOrUpperCase() {
        String script = client.script("a");
        client.get("/governance/scripts/" + script.toUpperCase(Locale.ROOT)).expect(200);
        client.get("/governance/scripts/" + script.replace("-", "%2D")).expect(200);
        client.get("/governance/scripts/%7B" + script + "%7D").expect(200);
    }

    @Test
    void aVersionInThePathMustBeANumber() {
        String script = client.script("a");
        assertEquals(
                "Invalid URL: Cannot parse value at index 1 with value `\"1\\\"\"` to a `i32`",
                client.get("/governance/scripts/" + script + "/versions/1%22")
                        .expect(400)
                        .text());
        client.get("/governance/scripts/" + script + "/versions/+1").expect(200);
    }
}
