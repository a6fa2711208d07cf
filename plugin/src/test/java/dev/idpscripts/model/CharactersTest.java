package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.idpscripts.model.view.Abbreviated;
import dev.idpscripts.report.style.JsonText;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class CharactersTest {

    /** As long as a name can be; cut by Java's units, it would be cut within a character wherever that is an even one. */
    private static final String NAME = "a" + "😀".repeat(254);

    private static void isWhole(String text) {
        assertFalse(
                text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE), text);
    }

    @Test
    void nothingIsCutWithinACharacter() {
        List<IntFunction<String>> cuts = List.of(
                most -> Characters.first(NAME, most),
                most -> Characters.last(NAME, most),
                most -> Characters.shortened(NAME, most + 1),
                most -> ObjectName.aside(NAME, "x".repeat(most)),
                most -> Abbreviated.of(NAME, most).brief(),
                most -> JsonText.shortened(new JsonValue("x".repeat(most) + NAME + NAME)),
                most -> new Provenance("x".repeat(most) + NAME, "acme", Provenance.NO_COMMIT, "0").subject());
        for (IntFunction<String> cut : cuts) {
            for (int most = 0; most < ObjectName.LONGEST; most++) {
                isWhole(cut.apply(most));
            }
        }
    }

    @Test
    void aNameThatStepsAsideIsAsLongAsTheServerAllows() {
        String aside = ObjectName.aside(NAME, " (wedged)");
        assertEquals(ObjectName.LONGEST, Characters.count(aside));
        assertEquals("a" + "😀".repeat(245) + " (wedged)", aside);
        assertEquals("short (wedged)", ObjectName.aside("short", " (wedged)"));
    }

    @Test
    void whatIsShortStaysAsItIs() {
        assertEquals("a😀", Characters.first("a😀", 2));
        assertEquals("a😀", Characters.last("a😀", 2));
        assertEquals("a😀", Characters.shortened("a😀", 2));
        assertEquals("a…", Characters.shortened("a😀b", 2));
        assertEquals("😀b", Characters.last("a😀b", 2));
    }
}
