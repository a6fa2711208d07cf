package dev.idpscripts.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    private static final UUID ID = UUID.fromString("67e55044-10b1-426f-9247-bb680e5fe0c8");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "67e55044-10b1-426f-9247-bb680e5fe0c8",
                "67E55044-10B1-426F-9247-BB680E5FE0C8",
                "67e5504410b1426f9247bb680e5fe0c8",
                "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
                "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8"
            })
    void takesEveryFormThatTheServerTakes(String text) {
        assertEquals(ID, UuidText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff-ffff-ffff-ffff-ffffffffffff", "00000000-0000-0000-0000-000000000000"})
    void takesTheLargestAndTheSmallest(String text) {
        assertEquals(text, UuidText.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"                                   | invalid length: expected length 32 for simple format, found 0",
                "67e5504410b1426f9247bb680e5fe0c        | invalid length: expected length 32 for simple format, found 31",
                "67e5504410b1426f9247bb680e5fe0c88      | invalid length: expected length 32 for simple format, found 33",
                "-                                      | invalid group count: expected 5, found 2",
                "67e55044-10b1-426f-9247bb680e5fe0c8    | invalid group count: expected 5, found 4",
                "{67e5504410b1426f9247bb680e5fe0c8}     | invalid group count: expected 5, found 1",
                "67e55044-10b1-426f-9247-bb68-0e5fe0c8  | invalid group count: expected 5, found 6",
                "67e550-4410b1-426f-9247-bb680e5fe0c8   | \"invalid group length in group 0: expected 8, found 6\"",
                "67e55044-10b-1426f-9247-bb680e5fe0c8   | \"invalid group length in group 1: expected 4, found 3\"",
                "67e55044-10b1-426f-9247-bb680e5fe0c    | \"invalid group length in group 4: expected 12, found 11\"",
                "{67e55044-10b1-426f-9247-bb680e5fe0c}  | \"invalid group length in group 4: expected 12, found 13\""
            })
    void saysWhatIsWrongWithTheLength(String text, String problem) {
        assertEquals("UUID parsing failed: " + problem, problem(text));
    }

    @ParameterizedTest
    @CsvSource({
        "ldap, l, 1",
        "67e55044-10b1-426f-9247-bb680e5fe0cg, g, 36",
        "{not}, n, 2",
        "urn:uuid:xyz, x, 10",
        "URN:UUID:67e55044-10b1-426f-9247-bb680e5fe0c8, U, 1",
        "67e5504é, é, 8"
    })
    void saysWhichCharacterIsWrong(String text, String character, int position) {
        assertEquals(
                "UUID parsing failed: invalid character: expected an optional prefix of `urn:uuid:` followed by"
                        + " [0-9a-fA-F-], found `" + character + "` at " + position,
                problem(text));
    }

    private static String problem(String text) {
        return assertThrows(IllegalArgumentException.class, () -> UuidText.parse(text))
                .getMessage();
    }
}
