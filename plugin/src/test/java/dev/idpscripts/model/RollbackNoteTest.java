package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rollback writes is read back as it was. */
class RollbackNoteTest {

    @ParameterizedTest
    @CsvSource({
        "jo, version 2 (commit 1f2e3d4), '', logins fail, 1f2e3d4",
        "jo, version 2 (commit 1f2e3d4), 9abcdef01234, 'a: b', 1f2e3d4",
        "jo, version 12, 9abcdef01234, '', ",
        "jo, version 12, '', 'to version 3: \"x\"', ",
        "'jo to go', version 1, '', '', ",
    })
    void readsWhatItWrites(String who, String target, String asOf, String why, String commit) {
        RollbackNote note = new RollbackNote(who, target, asOf, why);
        assertEquals(Optional.of(note), RollbackNote.parse(note.format()));
        assertEquals(Optional.ofNullable(commit), note.commit());
        assertTrue(RollbackNote.is(note.format()));
    }

    @ParameterizedTest
    @CsvSource({"Rolled back to version 2: an apply was undone", "Rolled back by jo", "work", "''"})
    void readsNothingElse(String text) {
        assertEquals(Optional.empty(), RollbackNote.parse(text));
    }

    @Test
    void nobodyNeedDescribeAVersion() {
        assertEquals(false, RollbackNote.is(null));
    }
}
