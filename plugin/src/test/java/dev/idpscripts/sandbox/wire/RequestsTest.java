package dev.idpscripts.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.engine.Serde;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken, in whatever form it comes. */
class RequestsTest {

    private static final Struct CONNECTOR = EndpointStructs.named("CreateConnectorRequest");
    private static final Struct BINDING = EndpointStructs.named("UpdateBindingRequest");
    private static final Struct LOGS = EndpointStructs.named("ExecutionLogParams");
    private static final UUID ID = UUID.fromString("67e55044-10b1-426f-9247-bb680e5fe0c8");

    private static final Serde SERDE = new Serde();
    private static final Requests REQUESTS = new Requests(SERDE);
    /** Without serde, which what is plain must not need. */
    private static final Requests PLAIN = new Requests(null);

    @AfterAll
    static void stop() {
        SERDE.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Fields connector(Requests requests, String rest) {
        return requests.json(
                CONNECTOR, utf8("{\"name\":\"a\",\"connector_type\":\"rest\",\"config\":{}," + rest + "}"));
    }

    private static Object any(Requests requests, String json) {
        return connector(requests, "\"credentials\":" + json).any("credentials");
    }

    @Test
    void readsTextsWithEveryEscape() {
        String escaped = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9€\\uD83D\\uDE00\\u0000\"";
        assertEquals("\"\\/\b\f\n\r\té€😀\u0000", any(PLAIN, escaped));
    }

    @Test
    void readsAnyValueWithSortedKeysAndTheLastOfEqualOnes() {
        Map<?, ?> map = (Map<?, ?>) any(PLAIN, "{\"b\":[1],\"c\":null,\"a\":1,\"b\":{}}");
        assertEquals("{a=1, b={}, c=null}", map.toString());
        assertEquals(
                Arrays.asList(
                        1L,
                        -2.5,
                        100.0,
                        true,
                        null,
                        "x",
                        Long.MIN_VALUE,
                        BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
                any(PLAIN, "[1,-2.5,1e2,true,null,\"x\",-9223372036854775808,18446744073709551615]"));
    }

    @Test
    void numbersOfMoreThan64BitsAreFloatingPoint() {
        assertEquals(
                Arrays.asList(1.8446744073709552e19, -9.223372036854776E18, -0.0),
                any(REQUESTS, "[18446744073709551616,-9223372036854775809,-0]"));
    }

    /** By serde_json's arithmetic, which is not the nearest in the last digit. */
    @Test
    void numbersOfMoreThan15DigitsAreReadAsSerdeReadsThem() {
        assertEquals(List.of(0.1, 1.5e9, -2.5e-7), any(PLAIN, "[0.1,1.5e9,-2.5e-7]"));
        assertEquals(
                List.of(-0.5184467440737096, 0.30000000000000004, 1e300),
                any(REQUESTS, "[-0.518446744073709551615,0.30000000000000004,1e300]"));
    }

    @Test
    void nullAndNothingAreTheSameForAnOptionalField() {
        for (String json : List.of("{}", "{\"execution_order\":null,\"failure_policy\":null,\"enabled\":null}")) {
            Fields fields = PLAIN.json(BINDING, utf8(json));
            assertAll(
                    () -> assertEquals(Optional.empty(), fields.optionalNumber("execution_order")),
                    () -> assertEquals(Optional.empty(), fields.optionalText("failure_policy")),
                    () -> assertEquals(Optional.empty(), fields.optional("enabled", Boolean.class)));
        }
    }

    @Test
    void ignoresUnknownFieldsAndWhatComesBehind() {
        Fields fields = PLAIN.json(BINDING, utf8("{\"more\":{\"x\":[1,{}]},\"max_retries\":3} and more"));
        assertEquals(3, fields.number("max_retries"));
    }

    /** serde does not look into what it ignores: neither at numbers too large nor at levels too many. */
    @Test
    void ignoresWhatItWouldNotRead() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        for (String ignored : List.of("1e999", "\"\\ud800\"", deep, "1".repeat(2000))) {
            Fields fields = REQUESTS.json(BINDING, utf8("{\"more\":" + ignored + ",\"max_retries\":3}"));
            assertEquals(3, fields.number("max_retries"), ignored);
        }
    }

    @Test
    void takesAnArrayForTheFieldsInOrder() {
        Fields fields = REQUESTS.json(CONNECTOR, utf8("[\"a\",\"rest\",null,{\"n\":18446744073709551615},[]]"));
        assertAll(
                () -> assertEquals("a", fields.text("name")),
                () -> assertEquals("rest", fields.text("connector_type")),
                () -> assertEquals(Optional.empty(), fields.optionalText("description")),
                () -> assertEquals(Map.of("n", BigInteger.TWO.pow(64).subtract(BigInteger.ONE)), fields.any("config")));
    }

    @Test
    void takesAWordAsTheOnlyKeyToNull() {
        Fields fields = REQUESTS.json(CONNECTOR, utf8("[\"a\",{\"rest\":null},null,1,1]"));
        assertEquals("rest", fields.text("connector_type"));
    }

    @Test
    void takesAsManyLevelsAsSerdeDoes() {
        String deepest = "[".repeat(126) + "]".repeat(126);
        assertEquals(any(PLAIN, deepest), any(REQUESTS, deepest));
        assertThrows(Unreadable.class, () -> any(REQUESTS, "[" + deepest + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "67e55044-10b1-426f-9247-bb680e5fe0c8",
                "67E55044-10B1-426F-9247-BB680E5FE0C8",
                "67e5504410b1426f9247bb680e5fe0c8",
                "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
                "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8"
            })
    void takesEveryFormOfAnId(String text) {
        assertAll(
                () -> assertEquals(Optional.of(ID), REQUESTS.id(text)),
                () -> assertEquals(
                        ID, REQUESTS.id(List.of(text.replace("{", "%7B").replace("}", "%7d")))),
                () -> assertEquals(ID, REQUESTS.query(LOGS, "script_id=" + text).id("script_id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff-ffff-ffff-ffff-ffffffffffff", "00000000-0000-0000-0000-000000000000"})
    void takesTheLargestAndTheSmallestId(String text) {
        assertEquals(text, PLAIN.id(List.of(text)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "67e55044", "urn:uuid:", "67e55044-10b1-426f-9247-bb680e5fe0c8 "})
    void otherTextsAreNoIds(String text) {
        assertEquals(Optional.empty(), REQUESTS.id(text));
    }

    @Test
    void readsAPlainQuery() {
        Fields fields =
                PLAIN.query(LOGS, "&script_id=" + ID + "&status=a%20b+%C3%BC=c&dry_run=true&page=-7&more=1&more");
        assertAll(
                () -> assertEquals(ID, fields.id("script_id")),
                () -> assertEquals("a b ü=c", fields.text("status")),
                () -> assertEquals(Optional.of(true), fields.optional("dry_run", Boolean.class)),
                () -> assertEquals(Optional.of(-7L), fields.optionalLong("page")));
    }

    @ParameterizedTest
    @CsvSource({
        "page=%2B1, 1",
        "page=-0, 0",
        "page=007, 7",
        "page=9223372036854775807, 9223372036854775807",
        "page=-9223372036854775808, -9223372036854775808"
    })
    void takesEveryFormOfANumber(String query, long number) {
        assertEquals(Optional.of(number), REQUESTS.query(LOGS, query).optionalLong("page"));
    }

    @Test
    void whatIsNoUtf8InAQueryIsReplaced() {
        assertEquals(
                "\uFFFDx\uFFFD", REQUESTS.query(LOGS, "status=%ffx%EF%BF%BD").text("status"));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-2147483648, -2147483648", "%2B1, 1", "+1, 1", "007, 7"})
    void readsANumberInAPath(String text, int number) {
        assertEquals(number, REQUESTS.number(List.of(ID.toString(), text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=utf-8",
                "application/problem+json",
                "application/json; charset=\"utf-8\""
            })
    void theseContentTypesAreJson(String type) {
        REQUESTS.checkJson(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "application/jsonp", "text/json", "application/json; charset", "application/json, text/xml"})
    void theseContentTypesAreNot(String type) {
        Unreadable refused = assertThrows(Unreadable.class, () -> REQUESTS.checkJson(type));
        assertEquals(415, refused.status());
        assertEquals("Expected request with `Content-Type: application/json`", refused.getMessage());
    }
}
