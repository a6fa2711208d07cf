package dev.idpscripts.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.error.UserError;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of options that cannot be meant. */
class OptionsTest {

    private enum Layout {
        UNIFIED,
        SIDE_BY_SIDE
    }

    @Test
    void aChoiceIsAConstantInAnOptionsWords() {
        assertEquals(Layout.UNIFIED, Choice.parse("view", "unified", Layout.class));
        assertEquals(Layout.SIDE_BY_SIDE, Choice.parse("view", "sideBySide", Layout.class));
        assertThrows(UserError.class, () -> Choice.parse("view", "side_by_side", Layout.class));
        assertThrows(UserError.class, () -> Choice.parse("view", "UNIFIED", Layout.class));
    }

    @Test
    void onlyAnOptionWithADefaultNamesIt() {
        UserError none = assertThrows(UserError.class, () -> Choice.parse("view", "yaml", Layout.class));
        assertEquals(
                "-Didp-scripts.view=yaml is none of unified, sideBySide\nGive one of them, or leave the option out for unified.",
                none.getMessage());
        UserError free = assertThrows(UserError.class, () -> Choice.among("status", "bad", "failure", "success"));
        assertEquals(
                "-Didp-scripts.status=bad is none of failure, success\nGive one of them, or leave the option out.",
                free.getMessage());
    }

    @Test
    void theLastDayIsMeantWithAllItsHours() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        assertEquals(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), TimeOption.parse("from", "2026-03-01", now));
        assertEquals(
                Optional.of(Instant.parse("2026-03-01T23:59:59.999999Z")), TimeOption.last("to", "2026-03-01", now));
        assertEquals(
                Optional.of(Instant.parse("2026-02-28T23:59:59.999999Z")), TimeOption.last("to", "2026-02-28", now));
        assertEquals(
                Optional.of(Instant.parse("2026-03-01T12:00:00Z")), TimeOption.last("to", "2026-03-01T12:00:00Z", now));
        assertEquals(Optional.of(Instant.parse("2026-03-01T10:00:00Z")), TimeOption.last("to", "24h", now));
        assertEquals(Optional.empty(), TimeOption.last("to", " ", now));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aLimitIsAtLeastOne(int limit) {
        assertEquals(1, RequiredOption.limit(1));
        UserError e = assertThrows(UserError.class, () -> RequiredOption.limit(limit));
        assertEquals(
                "-Didp-scripts.limit=" + limit + " is too few\nGive a number from 1, or leave the option out for 50.",
                e.getMessage());
    }
}
