package dev.idpscripts.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.engine.Serde;
import dev.idpscripts.sandbox.wire.Struct.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The endpoints' structs and those of the engine are the same: each value that is right for a field here is right there, and no other. */
class StructsTest {

    private static final List<String> WORDS =
            List.of("a", "67e55044-10b1-426f-9247-bb680e5fe0c8", "rest", "active", "1", "5000000000", "true");

    private static final List<String> VALUES = Stream.concat(
                    WORDS.stream().limit(4).map(word -> '"' + word + '"'),
                    Stream.of("1", "5000000000", "true", "null", "1.5", "[1]", "{\"x\":1}"))
            .toList();

    private static final Serde SERDE = new Serde();

    @AfterAll
    static void stop() {
        SERDE.close();
    }

    private static boolean isQuery(Struct struct) {
        return SERDE.json(struct.name(), "{}".getBytes(StandardCharsets.UTF_8)).status() == 0;
    }

    @Test
    void thereAreThisMany() {
        List<Struct> structs = EndpointStructs.all();
        assertEquals(23, structs.size());
        assertEquals(7, structs.stream().filter(StructsTest::isQuery).count());
    }

    @TestFactory
    Stream<DynamicTest> takeTheSame() {
        return EndpointStructs.all().stream()
                .map(struct -> DynamicTest.dynamicTest(struct.name(), () -> {
                    if (isQuery(struct)) {
                        takesTheSame(struct, WORDS, StructsTest::isPlainQuery, values -> query(struct, values));
                    } else {
                        takesTheSame(struct, VALUES, StructsTest::isPlainBody, values -> body(struct, values));
                    }
                }));
    }

    private static void takesTheSame(
            Struct struct,
            List<String> samples,
            BiPredicate<Struct, Map<String, String>> plain,
            Predicate<Map<String, String>> sameAndTaken) {
        Map<String, String> right = new LinkedHashMap<>();
        for (Field field : struct.fields()) {
            Struct alone = Struct.of(struct.name(), field);
            right.put(
                    field.name(),
                    samples.stream()
                            .filter(sample -> plain.test(alone, Map.of(field.name(), sample)))
                            .findFirst()
                            .orElseThrow());
        }
        assertEquals(true, sameAndTaken.test(right), right.toString());
        for (Field field : struct.fields()) {
            for (String sample : samples) {
                Map<String, String> changed = new LinkedHashMap<>(right);
                changed.put(field.name(), sample);
                boolean ignored = sameAndTaken.test(changed);
            }
            Map<String, String> without = new LinkedHashMap<>(right);
            without.remove(field.name());
            assertEquals(!field.required(), sameAndTaken.test(without), without.toString());
        }
    }

    private static boolean body(Struct struct, Map<String, String> values) {
        boolean taken = SERDE.json(struct.name(), json(values)).isTaken();
        assertEquals(isPlainBody(struct, values), taken, values.toString());
        return taken;
    }

    private static boolean query(Struct struct, Map<String, String> values) {
        boolean taken = SERDE.query(struct.name(), text(values)).isTaken();
        assertEquals(isPlainQuery(struct, values), taken, values.toString());
        return taken;
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("&"));
    }

    private static byte[] json(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> "\"" + value.getKey() + "\":" + value.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPlainBody(Struct struct, Map<String, String> values) {
        try {
            JsonBody.read(struct, json(values));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPlainQuery(Struct struct, Map<String, String> values) {
        try {
            QueryString.read(struct, text(values));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
