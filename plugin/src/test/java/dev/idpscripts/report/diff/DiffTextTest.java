package dev.idpscripts.report.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Body;
import dev.idpscripts.report.style.Style;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees of two bodies that differ. */
class DiffTextTest {

    private static void shown(String expected, String before, String after) {
        shown(expected, before, after, 100);
    }

    private static void shown(String expected, String before, String after, int most) {
        LineDiff diff = LineDiff.of(new Body(before), new Body(after));
        assertEquals(expected, String.join("\n", new DiffText(new Style(false), most).render(diff)));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());
    }

    @Test
    void equalBodiesShowNothing() {
        shown("", "a\r\n", "a\n");
    }

    @Test
    void aLineEndAtTheEndIsSaid() {
        shown("only the line end at the end of the file differs", "a", "a\n");
    }

    @Test
    void whiteSpaceIsSaid() {
        shown("""
                only white space differs
                @@ -1,1 +1,1 @@
                -let a = 1;
                +  let a = 1;
                 ^^""", "let a = 1;\n", "  let a = 1;\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x200B, 0x9B, 0xAD, 0xFEFF, 0x2028, 0xE0041, 0x200D, 0xA0})
    void aCharacterThatIsNotSeenIsShown(int character) {
        String shown = String.format("<U+%04X>", character);
        LineDiff diff = LineDiff.of(
                new Body("let a = 1; // x\n"), new Body("let a = 1; // " + Character.toString(character) + "x\n"));
        assertEquals(
                List.of("@@ -1,1 +1,1 @@", "-let a = 1; // x", "+let a = 1; // " + shown + "x"),
                new DiffText(new Style(false), 100).render(diff).subList(0, 3));
    }

    @Test
    void theUnicodeFormIsSaid() {
        assertEquals(
                "only the Unicode form differs: a letter and its accent are one character or two",
                LineDiff.of(new Body("// Prüfung\n"), new Body("// Pru\u0308fung\n"))
                        .remark());
    }

    @Test
    void hiddenLinesAreCounted() {
        shown("""
                @@ -7,7 +7,7 @@ 6 lines not shown
                 line 7
                 line 8
                 line 9
                -line 10
                +line ten
                      ^^^
                 line 11
                 line 12
                 line 13
                @@ -17,3 +17,4 @@ 3 lines not shown
                 line 17
                 line 18
                 line 19
                +line 20""", lines(1, 19), lines(1, 9) + "line ten\n" + lines(11, 20));
        shown("""
                @@ -1,4 +1,3 @@
                -line 1
                 line 2
                 line 3
                 line 4
                @@ 5 lines not shown @@""", lines(1, 9), lines(2, 9));
    }

    /** Large bodies are compared by another search, which tells the same. */
    @Test
    void largeBodies() {
        shown("""
                @@ -1497,7 +1497,7 @@ 1496 lines not shown
                 line 1497
                 line 1498
                 line 1499
                -line 1500
                +line new
                      ^^^
                 line 1501
                 line 1502
                 line 1503
                @@ 1497 lines not shown @@""", lines(1, 3000), lines(1, 1499) + "line new\n" + lines(1501, 3000));
    }

    @Test
    void aLongDifferenceIsCut() {
        shown("""
                @@ -1,2 +1,2 @@
                -1
                -2
                and 2 more lines of this difference; all with -Didp-scripts.verbose""", "1\n2\n", "a\nb\n", 2);
    }

    @Test
    void wordsAreMarkedWhereLinesAreAlike() {
        shown(
                """
                @@ -1,2 +1,2 @@
                -let base = surname.truncate(17);
                -one thing
                +let base = surname.truncate(16);
                                             ^^
                +quite another matter""",
                "let base = surname.truncate(17);\none thing\n",
                "let base = surname.truncate(16);\nquite another matter\n");
    }
}
