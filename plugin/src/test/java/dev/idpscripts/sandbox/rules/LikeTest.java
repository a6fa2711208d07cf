package dev.idpscripts.sandbox.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.sandbox.http.ApiError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeTest {

    @ParameterizedTest
    @CsvSource({
        "list,    my list a, true",
        "LIST,    my list a, true",
        "liste,   my list a, false",
        "l_st,    my list a, true",
        "l__st,   my list a, false",
        "m%a,     my list a, true",
        "a%m,     my list a, false",
        "%%%,     my list a, true",
        "_,       x,         true",
        "__,      x,         false",
        "\\_,     a_b,       true",
        "\\_,     a-b,       false",
        "\\%,     100%,      true",
        "\\%,     100,       false",
        "\\\\,    a\\b,      true",
        "\\\\,    a-b,       false",
        "\\x,     axb,       true",
        "\\,      100%,      true",
        "\\,      a\\b,      false",
        "É,       café,      true",
        "caf_s,   café s,    false",
        "_😀_,    a😀b,      true",
        "x_y,     x😀y,      true",
        "aab,     aaab,      true",
        "a%b%c,   xxaxbxbxc, true"
    })
    void findsWhatPostgresFinds(String search, String name, boolean found) {
        assertEquals(found, Like.of(Optional.of(search)).matches(name));
    }

    @Test
    void nothingAndTheEmptySearchFindEverything() {
        assertTrue(Like.of(Optional.empty()).matches("any"));
        assertTrue(Like.of(Optional.of("")).matches(""));
        assertFalse(Like.of(Optional.of("_")).matches(""));
    }

    @Test
    void postgresTakesNoNul() {
        assertThrows(ApiError.class, () -> Like.of(Optional.of("a\0")));
    }

    /** A matcher that tries every way would not come back from this one. */
    @Test
    void manyWildcardsComeToAnEnd() {
        Like like = Like.of(Optional.of("a%".repeat(60) + "b"));
        assertFalse(like.matches("a".repeat(255)));
    }
}
