package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mistyped words lead to which suggestion, and which to none. */
class SuggestionTest {

    private static final List<String> KNOWN = List.of("name", "description", "status", "production", "sandbox", "b");

    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "Name, name",
        "names, name",
        "descripton, description",
        "stauts, status",
        "sandbx, sandbox",
        "prod, production",
        "bb, b",
        "pr, ",
        "elephant, ",
        "xyz, "
    })
    void suggestsTheNearest(String word, String meant) {
        String expected = meant == null ? "" : "; did you mean \"" + meant + "\"?";
        assertEquals(expected, Suggestion.didYouMean(word, KNOWN));
    }
}
