package dev.idpscripts.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts whose answer depends on more than the language: on locks, on panics, on what JSON can hold, on 64 bits.
 * {@code server-answers.jsonl} holds what the real server said to a dry run; {@code native-answers.jsonl} what a native build of the
 * same crate says ({@code examples/native.rs} without std.patch).
 */
class ServerAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID TENANT = new UUID(0, 1);
    private static final RhaiEngine ENGINE = new RhaiEngine();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of("server", "native").flatMap(ServerAnswersTest::lines);
    }

    private static Stream<Arguments> lines(String who) {
        String file = "/engine/" + who + "-answers.jsonl";
        try (var in = ServerAnswersTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ServerAnswersTest::read)
                    .map(line -> Arguments.of(
                            line.at("/req/script").textValue(), line.at("/req/context"), line.get("answer")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void areGiven(String script, JsonNode context, JsonNode answer) {
        Map<String, Object> seen = JSON.convertValue(context, new TypeReference<>() {});
        assertEquals(answer, answer(ENGINE.run(Job.of(script, seen, TENANT))));
    }

    /** As the server writes it, without the time it took. */
    private static JsonNode answer(Run run) {
        ObjectNode answer = JSON.createObjectNode().put("success", run.failure().isEmpty());
        run.failure().ifPresent(failure -> answer.put("error", failure.asServer()));
        run.result().ifPresent(result -> answer.putObject("output")
                .putPOJO("modified_attributes", result.attributes())
                .putPOJO("output_variables", result.output()));
        return read(answer.toString());
    }

    /** The uuid crate's forms, as everywhere on the server (server.md 2.3); what is none counts as not given. */
    @ParameterizedTest
    @CsvSource({
        "22222222-2222-2222-2222-22222222222a, true",
        "22222222-2222-2222-2222-22222222222A, true",
        "2222222222222222222222222222222A, true",
        "{22222222-2222-2222-2222-22222222222a}, true",
        "urn:uuid:22222222-2222-2222-2222-22222222222a, true",
        "{2222222222222222222222222222222a}, false",
        "URN:UUID:22222222-2222-2222-2222-22222222222a, false",
        "urn:uuid:2222222222222222222222222222222a, false",
        "(22222222-2222-2222-2222-22222222222a), false",
        "' 22222222-2222-2222-2222-22222222222a', false",
        "2222222-22222-2222-2222-22222222222a, false",
        "'', false",
    })
    void idsAreReadAsTheServerReadsThem(String id, boolean read) {
        Job job = new Job(
                "output.c = connector_id; output.u = user_id;",
                Map.of("connector_id", id, "user_id", id),
                TENANT,
                new UUID(0, 2),
                new UUID(0, 3));
        String same = "22222222-2222-2222-2222-22222222222a";
        assertEquals(
                Map.of(
                        "c", read ? same : job.connector().toString(),
                        "u", read ? same : job.user().toString()),
                ENGINE.run(job).result().orElseThrow().output());
    }
}
