package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.model.error.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of options that cannot be meant. */
class OptionsTest {

    @Test
    void onlyAnOptionWithADefaultNamesIt() {
        UserError none = assertThrows(UserError.class, () -> Choice.of("format", "yaml", "text", "json"));
        assertEquals(
                "-Didp-scripts.format=yaml is none of text, json\nGive one of them, or leave the option out for text.",
                none.getMessage());
        UserError free = assertThrows(UserError.class, () -> Choice.among("status", "bad", "failure", "success"));
        assertEquals(
                "-Didp-scripts.status=bad is none of failure, success\nGive one of them, or leave the option out.",
                free.getMessage());
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
