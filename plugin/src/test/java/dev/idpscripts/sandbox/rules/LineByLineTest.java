package dev.idpscripts.sandbox.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.stored.Comparison.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineByLineTest {

    private static List<String> compare(String from, String to) {
        return LineByLine.compare(from, to).stream().map(LineByLineTest::shown).toList();
    }

    private static String shown(Line line) {
        return line.lineNumber() + " " + line.changeType() + " " + line.content();
    }

    @Test
    void nothingAgainstNothingIsNothing() {
        assertEquals(List.of(), compare("", ""));
    }

    @Test
    void lineEndsAndTheLastOneDoNotCount() {
        assertEquals(List.of("1 unchanged a", "2 unchanged b"), compare("a\nb\n", "a\r\nb"));
    }

    @Test
    void emptyLinesDoCount() {
        assertEquals(List.of("1 unchanged a", "2 unchanged ", "3 removed "), compare("a\n\n\n", "a\n\n"));
    }

    @Test
    void aLoneCarriageReturnEndsNoLine() {
        assertEquals(List.of("1 removed a\rb", "2 added a", "3 added b"), compare("a\rb", "a\nb"));
    }
}
