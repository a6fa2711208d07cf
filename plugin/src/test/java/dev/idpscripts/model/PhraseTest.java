package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void oneIsNotMany() {
        assertEquals("0 scripts", Phrase.count(0, "script"));
        assertEquals("1 script", Phrase.count(1, "script"));
        assertEquals("2 scripts", Phrase.count(2, "script"));
        assertEquals("1 test fails", Phrase.count(1, "test", "fails", "fail"));
        assertEquals("2 tests fail", Phrase.count(2, "test", "fails", "fail"));
    }

    @Test
    void listsEndWithAnd() {
        assertEquals("", Phrase.list(List.of()));
        assertEquals("a", Phrase.list(List.of("a")));
        assertEquals("a, b and c", Phrase.list(List.of("a", "b", "c")));
    }

    @Test
    void whatIsNotNamedIsCounted() {
        assertEquals("a, b", Phrase.some(List.of("a", "b"), 2));
        assertEquals("a, b and 1 more", Phrase.some(List.of("a", "b", "c"), 2));
    }
}
