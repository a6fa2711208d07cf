package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Talks to a sandbox over HTTP, as its admin unless told otherwise. */
final class Client {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An answer; {@code text} is empty if there was no body. */
    record Reply(int status, Map<String, String> headers, String text) {

        Reply expect(int wanted) {
            assertEquals(wanted, status, text);
            return this;
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String id() {
            return json().get("id").asText();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final Map<String, String> headers;

    private Client(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    static Client of(URI url) {
        return new Client(
                url,
                Map.of(
                        "Authorization",
                        "Bearer " + Sandboxes.TOKEN,
                        "X-Tenant-ID",
                        Sandboxes.TENANT.toString(),
                        "Content-Type",
                        "application/json"));
    }

    static Client of(Sandbox sandbox) {
        return of(sandbox.url());
    }

    /** The same with another header. */
    Client with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new Client(url, changed);
    }

    Client without(String name) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(name);
        return new Client(url, changed);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String body) {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    Reply send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> answered.put(name, values.get(0)));
            return new Reply(response.statusCode(), answered, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a script and returns its id. */
    String script(String name) {
        return post("/governance/scripts", json("name", name)).expect(201).id();
    }

    String activeScript(String name) {
        String id = script(name);
        post("/governance/scripts/" + id + "/activate", "").expect(200);
        return id;
    }

    Reply push(String script, String body) {
        return post("/governance/scripts/" + script + "/versions", json("script_body", body));
    }

    Reply bind(String script, String connector, int order) {
        return post(
                "/governance/script-bindings",
                "{\"script_id\":\"%s\",\"connector_id\":\"%s\",\"hook_phase\":\"before\",\"operation_type\":\"create\",\"execution_order\":%d}"
                        .formatted(script, connector, order));
    }

    /** An object of one text. */
    static String json(String name, String value) {
        return MAPPER.createObjectNode().put(name, value).toString();
    }
}
