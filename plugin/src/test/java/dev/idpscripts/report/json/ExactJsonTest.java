package dev.idpscripts.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON keeps values exactly, and hides nothing. */
class ExactJsonTest {

    @ParameterizedTest
    @CsvSource({
        "8238, \\u202e",
        "155, \\u009b",
        "8203, \\u200b",
        "65279, \\ufeff",
        "917569, \\udb40\\udc41",
        "8232, \\u2028",
        "27, \\u001B"
    })
    void whatWouldBeHiddenIsEscaped(int character, String escape) throws Exception {
        String text = "a" + Character.toString(character) + "ü😀";
        String json = JsonReport.write(JsonReport.object().put("name", text));
        assertTrue(json.contains("\"a" + escape + "ü😀\""), json);
        assertEquals(text, new ObjectMapper().readTree(json).path("name").asText());
    }
}
