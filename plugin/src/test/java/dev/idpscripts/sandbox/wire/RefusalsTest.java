package dev.idpscripts.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.engine.Serde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is refused, in which words. {@code refusals.csv} holds what the crates themselves say, of which the recordings have some: it
 * tells whether a request gets to them as it is, and whether other versions of them say something else.
 */
class RefusalsTest {

    private static final Serde SERDE = new Serde();
    private static final Requests REQUESTS = new Requests(SERDE);

    @AfterAll
    static void stop() {
        SERDE.close();
    }

    /** No field is known here, so that nothing is plain. */
    private static Struct struct(String shape) {
        return Struct.of(shape, Struct.required("no such field", Kind.TEXT));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "refusals.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = true)
    void saysWhatIsWrongAndWhere(String how, String shape, String request, int status, String message) {
        Unreadable refused = assertThrows(
                Unreadable.class,
                () -> read(how, shape, request.replace("␊", "\n").replace("␉", "\t")));
        assertEquals(status + " " + message, refused.status() + " " + refused.getMessage());
    }

    private static void read(String how, String shape, String request) {
        switch (how) {
            case "json" -> REQUESTS.json(struct(shape), request.getBytes(StandardCharsets.UTF_8));
            case "query" -> REQUESTS.query(struct(shape), request);
            case "id" -> REQUESTS.id(List.of(request));
            case "number" -> REQUESTS.number(List.of("67e55044-10b1-426f-9247-bb680e5fe0c8", request));
            default -> throw new IllegalArgumentException(how);
        }
    }

    @Test
    void bytesThatAreNoUtf8AreNoText() {
        byte[] json = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        json[9] = (byte) 0xff;
        Unreadable refused = assertThrows(Unreadable.class, () -> REQUESTS.json(struct("CreateScriptRequest"), json));
        assertEquals(
                "Failed to parse the request body as JSON: name: invalid unicode code point at line 1 column 11",
                refused.getMessage());
    }

    @Test
    void tooManyLevelsAreRefusedHoweverManyThereAre() {
        byte[] json = ("{\"context\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        Unreadable refused = assertThrows(Unreadable.class, () -> REQUESTS.json(struct("DryRunRequest"), json));
        assertEquals(400, refused.status());
        assertEquals(true, refused.getMessage().endsWith(": recursion limit exceeded at line 1 column 138"));
    }
}
