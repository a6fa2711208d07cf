package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides something is shown by its number; what the eye misses nothing without is left alone. */
class HiddenCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F, 0xAD, 0x34F, 0x61C,
                0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D,
                0x202E, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF,
                0xFFA0, 0xFFF9, 0xFFFE, 0xFFFF, 0xD83D, 0xDE00, 0xE0000, 0xE0001, 0xE0041, 0xE007F, 0xE0100
            })
    void isShown(int character) {
        String shown = String.format("a<U+%04X>b", character);
        assertEquals(shown, HiddenCharacters.show("a" + Character.toString(character) + "b"));
        assertEquals(shown, HiddenCharacters.showAll("a" + Character.toString(character) + "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\tb\nc",
                "Prüfung",
                "Pru\u0308fung",
                "日本語",
                "<U+202E>",
                "مرحبا",
                "שלום",
                "😀",
                "👨\u200D👩\u200D👧",
                "👩🏽\u200D🚀",
                "❤\uFE0F\u200D🔥",
                "☎\uFE0E",
                "1\uFE0F\u20E3",
                "葛\uDB40\uDD00城",
                "10\u00A0€"
            })
    void isLeftAlone(String text) {
        assertEquals(text, HiddenCharacters.show(text));
    }

    @Test
    void nothingIsHiddenWhereTextsAreCompared() {
        assertEquals("👨<U+200D>👩", HiddenCharacters.showAll("👨\u200D👩"));
        assertEquals("❤<U+FE0F>", HiddenCharacters.showAll("❤\uFE0F"));
        assertEquals("10<U+00A0>€<U+2003>.<U+3000>", HiddenCharacters.showAll("10\u00A0€\u2003.\u3000"));
        assertEquals("a b\t😀ü", HiddenCharacters.showAll("a b\t😀ü"));
    }

    @Test
    void aJoinerIsHiddenWhereItJoinsNothing() {
        assertEquals("👨<U+200D>a", HiddenCharacters.show("👨\u200Da"));
        assertEquals("a<U+200D>👨", HiddenCharacters.show("a\u200D👨"));
        assertEquals("👨<U+200D>", HiddenCharacters.show("👨\u200D"));
        assertEquals("👨<U+200D><U+200D>👩", HiddenCharacters.show("👨\u200D\u200D👩"));
    }

    @Test
    void placesAreThoseOfWholeCharacters() {
        assertEquals(
                List.of(0, 3, 6),
                HiddenCharacters.places("\u202E😀\uDB40\uDC41 \uD83D").boxed().toList());
    }
}
