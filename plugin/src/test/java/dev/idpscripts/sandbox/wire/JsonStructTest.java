package dev.idpscripts.sandbox.wire;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The texts and positions are serde_json's; the recordings have some of them, the others follow its source. */
class JsonStructTest {

    private static final Struct STRUCT = Struct.of(
            "Thing",
            required("name", Kind.TEXT),
            optional("note", Kind.TEXT),
            optional("order", Kind.I32),
            optional("on", Kind.BOOLEAN),
            optional("id", Kind.ID),
            optional("type", Kind.oneOf(List.of("ldap", "rest"))),
            optional("any", Kind.ANY));

    private record Fault(String json, boolean syntax, String message) {}

    private static Fault syntax(String json, String message) {
        return new Fault(json, true, message);
    }

    private static Fault data(String json, String message) {
        return new Fault(json, false, message);
    }

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongAndWhere() {
        return Stream.of(
                        syntax("", "EOF while parsing a value at line 1 column 0"),
                        syntax(" \n ", "EOF while parsing a value at line 2 column 1"),
                        syntax("{", "EOF while parsing an object at line 1 column 1"),
                        syntax("{\"name\"", "EOF while parsing an object at line 1 column 7"),
                        syntax("{\"name\":", "name: EOF while parsing a value at line 1 column 8"),
                        syntax("{\"name\":\"a", "name: EOF while parsing a string at line 1 column 10"),
                        syntax("{\"name\":\"a\"", "EOF while parsing an object at line 1 column 11"),
                        syntax("{\"name\":\"a\",", "EOF while parsing a value at line 1 column 12"),
                        syntax("{\"name\":\"a\",}", "trailing comma at line 1 column 13"),
                        syntax("{\"name\":\"a\" \"note\":1}", "expected `,` or `}` at line 1 column 13"),
                        syntax("{\"name\" \"a\"}", "expected `:` at line 1 column 9"),
                        syntax("{name:1}", "key must be a string at line 1 column 2"),
                        syntax("{\"na\\me\":1}", "invalid escape at line 1 column 6"),
                        syntax("{\"name\":tru}", "name: expected ident at line 1 column 12"),
                        syntax("{\"name\":x}", "name: expected value at line 1 column 9"),
                        syntax("{\"name\":\"\\ud800\"}", "name: unexpected end of hex escape at line 1 column 16"),
                        syntax(
                                "{\"name\":\"\\udc00\"}",
                                "name: lone leading surrogate in hex escape at line 1 column 15"),
                        syntax(
                                "{\"name\":\"\\ud83d\\u0041\"}",
                                "name: lone leading surrogate in hex escape at line 1 column 21"),
                        syntax("{\"name\":\"\\u12x4\"}", "name: invalid escape at line 1 column 14"),
                        syntax(
                                "{\"name\":\"a\tb\"}",
                                "name: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 11"),
                        syntax("{\"order\":01}", "order: invalid number at line 1 column 11"),
                        syntax("{\"order\":-x}", "order: invalid number at line 1 column 11"),
                        syntax("{\"order\":1.}", "order: invalid number at line 1 column 12"),
                        syntax("{\"order\":1e999}", "order: number out of range at line 1 column 14"),
                        syntax("{\"type\":5}", "type: expected value at line 1 column 9"),
                        syntax("{\"any\":[1,{\"b\":tru}]}", "any[1].b: expected ident at line 1 column 19"),
                        syntax("{\"any\":{\"a\":1,}}", "any.?: trailing comma at line 1 column 15"),
                        syntax("{\"any\":[1,]}", "any: trailing comma at line 1 column 11"),
                        syntax("{\"any\":[1 2]}", "any: expected `,` or `]` at line 1 column 11"),
                        syntax("{\"any\":[1", "any: EOF while parsing a list at line 1 column 9"),
                        syntax("{\"unknown\":{\"a\":tru}}", "unknown: expected ident at line 1 column 20"),
                        syntax("[\"a\",\"b\",1,true,null,null,null,8]", "trailing characters at line 1 column 32"),
                        data("{}", "missing field `name` at line 1 column 2"),
                        data("{\n  \"note\": \"x\"\n}", "missing field `name` at line 3 column 1"),
                        data("{\"name\":null}", "name: invalid type: null, expected a string at line 1 column 12"),
                        data(
                                "{\"name\":true}",
                                "name: invalid type: boolean `true`, expected a string at line 1 column 12"),
                        data(
                                "{\"name\":-7}",
                                "name: invalid type: integer `-7`, expected a string at line 1 column 10"),
                        data(
                                "{\"name\":1.50}",
                                "name: invalid type: floating point `1.5`, expected a string at line 1 column 12"),
                        data("{\"name\":[1]}", "name: invalid type: sequence, expected a string at line 1 column 8"),
                        data("{\"name\":{}}", "name: invalid type: map, expected a string at line 1 column 8"),
                        data(
                                "{\n\"name\":\n 5}",
                                "name: invalid type: integer `5`, expected a string at line 3 column 2"),
                        data(
                                "{\"note\":5,\"name\":\"a\"}",
                                "note: invalid type: integer `5`, expected a string at line 1 column 9"),
                        data(
                                "{\"order\":\"1\\n\"}",
                                "order: invalid type: string \"1\\n\", expected i32 at line 1 column 14"),
                        data(
                                "{\"order\":1.0}",
                                "order: invalid type: floating point `1.0`, expected i32 at line 1 column 12"),
                        data(
                                "{\"order\":1e20}",
                                "order: invalid type: floating point `1e20`, expected i32 at line 1 column 13"),
                        data(
                                "{\"order\":2147483648}",
                                "order: invalid value: integer `2147483648`, expected i32 at line 1 column 19"),
                        data(
                                "{\"order\":-2147483649}",
                                "order: invalid value: integer `-2147483649`, expected i32 at line 1 column 20"),
                        data(
                                "{\"on\":\"true\"}",
                                "on: invalid type: string \"true\", expected a boolean at line 1 column 12"),
                        data(
                                "{\"type\":\"soap\"}",
                                "type: unknown variant `soap`, expected one of `ldap`, `rest` at line 1 column 14"),
                        data("{\"id\":7}", "id: invalid type: integer `7`, expected a UUID string at line 1 column 7"),
                        data(
                                "{\"id\":\"\"}",
                                "id: UUID parsing failed: invalid length: expected length 32 for simple format, found 0 at line 1 column 8"),
                        data("{\"name\":\"a\",\"name\":\"b\"}", "duplicate field `name` at line 1 column 18"),
                        data("{\"name\":\"a\",\"name\" :\"b\"}", "duplicate field `name` at line 1 column 19"),
                        data("{\"note\":null,\"note\":null}", "duplicate field `note` at line 1 column 19"),
                        data("5", "invalid type: integer `5`, expected struct Thing at line 1 column 1"),
                        data("null", "invalid type: null, expected struct Thing at line 1 column 4"),
                        data("[]", "invalid length 0, expected struct Thing with 7 elements at line 1 column 2"),
                        data("[\"a\"]", "invalid length 1, expected struct Thing with 7 elements at line 1 column 5"),
                        data("[5]", "[0]: invalid type: integer `5`, expected a string at line 1 column 2"))
                .map(f -> DynamicTest.dynamicTest(f.message(), () -> {
                    JsonFault fault = assertThrows(JsonFault.class, () -> read(f.json()));
                    assertEquals(f.message(), fault.getMessage());
                    assertEquals(f.syntax(), fault.isSyntax());
                }));
    }

    private static Fields read(String json) {
        return JsonStruct.read(STRUCT, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoUtf8AreNoText() {
        byte[] json = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        json[9] = (byte) 0xff;
        JsonFault fault = assertThrows(JsonFault.class, () -> JsonStruct.read(STRUCT, json));
        assertEquals("name: invalid unicode code point at line 1 column 11", fault.getMessage());
    }

    @Test
    void readsTextsWithEveryEscape() {
        assertEquals(
                "\"\\/\b\f\n\r\té€😀\u0000",
                read("{\"name\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9€\\uD83D\\uDE00\\u0000\"}")
                        .text("name"));
    }

    @Test
    void readsAnyValueWithSortedKeysAndTheLastOfEqualOnes() {
        Fields fields = read(
                "{\"name\":\"a\",\"any\":{\"b\":[1,-2.5,1e2,true,null,\"x\",18446744073709551615],\"a\":1,\"b\":{}}}");
        assertEquals(Map.of("a", 1L, "b", Map.of()), fields.any("any"));
        assertEquals(
                Arrays.asList(
                        1L,
                        -2.5,
                        100.0,
                        true,
                        null,
                        "x",
                        BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                        1.8446744073709552e19,
                        -0.0),
                read("{\"name\":\"a\",\"any\":[1,-2.5,1e2,true,null,\"x\",18446744073709551615,18446744073709551616,-0]}")
                        .any("any"));
    }

    @Test
    void nullAndNothingAreTheSameForAnOptionalField() {
        Fields fields = read("{\"name\":\"a\",\"note\":null,\"any\":null,\"order\":null}");
        assertAll(
                () -> assertEquals(Optional.empty(), fields.optionalText("note")),
                () -> assertEquals(Optional.empty(), fields.optional("any", Object.class)),
                () -> assertEquals(Optional.empty(), fields.optionalNumber("order")),
                () -> assertEquals(Optional.empty(), fields.optionalId("id")));
    }

    @Test
    void ignoresUnknownFieldsAndWhatComesBehind() {
        assertEquals(
                "a", read("{\"more\":{\"x\":[1,{}]},\"name\":\"a\"} and more").text("name"));
    }

    @Test
    void takesAnArrayForTheFieldsInOrder() {
        Fields fields = read("[\"a\",null,3,true,null,\"rest\",[]]");
        assertAll(
                () -> assertEquals("a", fields.text("name")),
                () -> assertEquals(3, fields.number("order")),
                () -> assertEquals("rest", fields.text("type")));
    }

    @Test
    void givesUpAtTheDepthWhereSerdeDoes() {
        assertEquals(
                "a",
                read("{\"any\":" + "[".repeat(126) + "]".repeat(126) + ",\"name\":\"a\"}")
                        .text("name"));
        JsonFault fault = assertThrows(JsonFault.class, () -> read("{\"any\":" + "[".repeat(100_000)));
        assertEquals(true, fault.getMessage().endsWith(": recursion limit exceeded at line 1 column 134"));
    }
}
