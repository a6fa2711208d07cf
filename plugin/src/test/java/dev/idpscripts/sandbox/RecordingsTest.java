package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What the real server answered, step by step, on one sandbox in the order in which it was recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {

    private static final List<String> FILES = List.of(
            "01-scripts",
            "02-lifecycle",
            "03-versions",
            "04-bindings",
            "05-templates",
            "06-validate",
            "07-dry-run",
            "08-lists",
            "09-protocol",
            "10-connectors",
            "11-audit");

    private static final List<String> RECORDED_HEADERS = List.of("content-type", "allow", "retry-after");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** Stay as they are in a path, as the recording tool left them. */
    private static final String UNQUOTED = "/?&=%+:,-._~!*'()";

    private Sandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = Sandboxes.ephemeral();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicNode> answersAsRecorded() {
        return FILES.stream().map(this::scenario);
    }

    private DynamicNode scenario(String file) {
        Recording recording = new Recording(Sandboxes.TENANT.toString());
        Stream<DynamicTest> steps = StreamSupport.stream(read(file).get("steps").spliterator(), false)
                .map(step -> DynamicTest.dynamicTest(step.get("id").asText(), () -> replay(step, recording)));
        return DynamicContainer.dynamicContainer(file, steps);
    }

    private static JsonNode read(String file) {
        try (InputStream in = RecordingsTest.class.getResourceAsStream("/recordings/" + file + ".json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private void replay(JsonNode step, Recording recording) {
        ObjectNode answer = MAPPER.createObjectNode();
        for (int n = 0; n < step.path("repeat").asInt(1); n++) {
            recording.set("n", IntNode.valueOf(n));
            answer = send(step.get("request"), recording);
            JsonNode body = answer.get("body");
            step.path("save")
                    .properties()
                    .forEach(e -> recording.save(e.getKey(), body, e.getValue().asText()));
        }
        answer.set("body", recording.marked(answer.get("body")));
        ObjectNode expected = step.get("response").deepCopy();
        for (JsonNode path : step.path("ignore")) {
            ignore(expected, path.asText());
            ignore(answer, path.asText());
        }
        assertEquals(expected, answer);
    }

    private static void ignore(ObjectNode answer, String path) {
        int last = path.lastIndexOf('.');
        String parent = last < 0 ? "" : "/" + path.substring(0, last).replace('.', '/');
        ((ObjectNode) answer.at("/body" + parent)).put(path.substring(last + 1), "ignored");
    }

    private ObjectNode send(JsonNode request, Recording recording) {
        Client client = Client.of(sandbox);
        if (!request.has("json") && !request.has("text")) {
            client = client.without("Content-Type");
        }
        for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
            client = header.getValue().isNull()
                    ? client.without(header.getKey())
                    : client.with(
                            header.getKey(), recording.fill(header.getValue().asText()));
        }
        String body = request.has("json")
                ? asSent(recording.fill(request.get("json")))
                : recording.fill(request.path("text").asText());
        String path = quoted(recording.fill(request.get("path").asText()));
        return asRecorded(client.send(request.get("method").asText(), path, body));
    }

    private static String asSent(JsonNode json) {
        try {
            return MAPPER.writer(new PythonJson()).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree can be written", e);
        }
    }

    private static String quoted(String path) {
        return path.codePoints()
                .mapToObj(Character::toString)
                .map(c -> UNQUOTED.contains(c) ? c : URLEncoder.encode(c, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** Only the headers that were recorded; a body that is not JSON as a text. */
    private static ObjectNode asRecorded(Client.Reply reply) {
        ObjectNode answer = MAPPER.createObjectNode().put("status", reply.status());
        ObjectNode headers = answer.putObject("headers");
        RECORDED_HEADERS.forEach(name -> reply.header(name).ifPresent(value -> headers.put(name, value)));
        answer.set("body", parsed(reply.text()));
        return answer;
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isEmpty() ? TextNode.valueOf("") : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
