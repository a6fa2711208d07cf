package dev.idpscripts.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.engine.Extracted;
import dev.idpscripts.engine.Serde;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is read here serde reads as well, and as the same: a request is never taken that the server would refuse. */
class PlainnessTest {

    private static final Serde SERDE = new Serde();

    private static final Struct CONNECTOR = EndpointStructs.named("CreateConnectorRequest");
    private static final Struct BINDING = EndpointStructs.named("CreateBindingRequest");
    private static final Struct LOGS = EndpointStructs.named("ExecutionLogParams");

    private static final Map<Struct, String> BODIES = Map.of(
            CONNECTOR,
            "{\"name\":\"a\\u00e9\\n\",\"connector_type\":\"rest\",\"config\":{\"b\":[1,-2.5e3,true],\"a\":null},"
                    + " \"credentials\":[{\"x\":\"\\ud83d\\ude00\"},-0.5,18446744073709551615],\"more\":[{\"y\":1.5}]}",
            BINDING,
            "{\"script_id\":\"67e55044-10b1-426f-9247-bb680e5fe0c8\",\"connector_id\":"
                    + "\"67E55044-10b1-426f-9247-bb680e5fe0c8\",\"hook_phase\":\"before\",\"operation_type\":\"create\","
                    + "\"execution_order\":2147483647,\"max_retries\":null,\"timeout_seconds\":-1}");
    private static final String QUERY =
            "script_id=67e55044-10b1-426f-9247-bb680e5fe0c8&status=a%20b+%C3%BC&dry_run=true"
                    + "&page=1&page_size=-9223372036854775807&more=%41";

    private static final List<String> JSON_PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "0",
            "1",
            "9",
            "-",
            "+",
            ".",
            "e",
            "E5",
            "e999",
            " ",
            "\n",
            "\u0001",
            "null",
            "true",
            "\\u",
            "\\ud83d",
            "\\udc00",
            "\u00fc",
            "\ufeff",
            "-0",
            "name",
            "\"name\":\"b\",",
            "/*",
            "NaN");
    private static final List<String> QUERY_PIECES = List.of(
            "&",
            "=",
            "%",
            "+",
            "%2B",
            "%00",
            "%ff",
            "%C3",
            "-",
            "0",
            "1",
            "9",
            "true",
            "page=2&",
            "%EF%BF%BD",
            "\u00fc",
            "#");

    @AfterContainer
    static void stop() {
        SERDE.close();
    }

    @Property(tries = 3000)
    void bodies(@ForAll long seed) {
        Random random = new Random(seed);
        Struct struct = random.nextBoolean() ? CONNECTOR : BINDING;
        byte[] body = changed(BODIES.get(struct), JSON_PIECES, random).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt();
        }
        Fields plain;
        try {
            plain = JsonBody.read(struct, body);
        } catch (IOException e) {
            return;
        }
        assertSame(struct, plain, SERDE.json(struct.name(), body));
    }

    @Property(tries = 2000)
    void queries(@ForAll long seed) {
        Random random = new Random(seed);
        String query = changed(QUERY, QUERY_PIECES, random);
        Fields plain;
        try {
            plain = QueryString.read(LOGS, query);
        } catch (IOException e) {
            return;
        }
        assertSame(LOGS, plain, SERDE.query(LOGS.name(), query));
    }

    private static String changed(String text, List<String> pieces, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            int end = random.nextBoolean() ? at : Math.min(changed.length(), at + random.nextInt(4));
            changed.replace(at, end, random.nextInt(4) == 0 ? "" : pieces.get(random.nextInt(pieces.size())));
        }
        return changed.toString();
    }

    private static void assertSame(Struct struct, Fields plain, Extracted extracted) {
        assertEquals(200, extracted.status(), extracted.text());
        try {
            Fields read = JsonBody.written(struct, extracted.text());
            assertEquals(given(plain), given(read));
        } catch (IOException e) {
            throw new AssertionError(extracted.text(), e);
        }
    }

    private static Map<String, Object> given(Fields fields) {
        Map<String, Object> given = new HashMap<>(fields.values());
        given.values().removeIf(Objects::isNull);
        return given;
    }
}
