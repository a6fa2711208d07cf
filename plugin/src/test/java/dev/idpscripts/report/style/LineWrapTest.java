package dev.idpscripts.report.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Long lines on a narrow terminal. */
class LineWrapTest {

    private static final LineWrap TEN = new LineWrap(10);

    @Test
    void whatFitsStays() {
        assertEquals(List.of("ab cd ef g"), TEN.of("ab cd ef g"));
        assertEquals(List.of("", "a"), TEN.of(List.of("", "a")));
    }

    @Test
    void whatFollowsStandsFurtherIn() {
        assertEquals(List.of("ab cd ef", "  gh ij kl", "  m"), TEN.of("ab cd ef gh ij kl m"));
        assertEquals(List.of("  ab cd ef", "    gh"), TEN.of("  ab cd ef gh"));
    }

    @Test
    void blanksWithinALineStay() {
        assertEquals(List.of("  a    bcd", "    ef"), TEN.of("  a    bcd ef"));
    }

    @Test
    void whatHasNoBlankIsNotCut() {
        assertEquals(List.of("scripts/login-name.rhai"), TEN.of("scripts/login-name.rhai"));
        assertEquals(List.of("  in", "    scripts/a-name.rhai", "    at"), TEN.of("  in scripts/a-name.rhai at"));
    }

    @Test
    void aLineOfAFileStays() {
        assertEquals(List.of("    3 | let a = b + c;"), TEN.of("    3 | let a = b + c;"));
        assertEquals(List.of("      |           ^"), TEN.of("      |           ^"));
    }

    @Test
    void coloursTakeNoRoomAndGoOn() {
        assertEquals(List.of("\u001B[31mab cd ef g\u001B[0m"), TEN.of("\u001B[31mab cd ef g\u001B[0m"));
        assertEquals(
                List.of("\u001B[31mab cd ef\u001B[0m", "  \u001B[31mgh\u001B[0m ij"),
                TEN.of("\u001B[31mab cd ef gh\u001B[0m ij"));
    }

    @Test
    void withoutAWidthNothingIsFolded() {
        assertEquals(List.of("ab cd ef gh ij kl m"), new LineWrap(0).of("ab cd ef gh ij kl m"));
    }
}
