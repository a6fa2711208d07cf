package dev.idpscripts.report.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is printed commands a terminal or a CI server. */
class LogLineTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "##[error]x|# #[error]x",
                "a ##vso[task.setvariable variable=x]y|a # #vso[task.setvariable variable=x]y",
                "##VSO[task.complete]|# #VSO[task.complete]",
                "\"##teamcity[buildStatus text='x']|\"# #teamcity[buildStatus text='x']",
                "###[group]|## #[group]",
                "::error::x|: :error::x",
                "  \t::add-mask::x|  \t: :add-mask::x",
                "a ::set-output name=x::y|a : :set-output name=x::y",
                "::stop-commands::t|: :stop-commands::t",
                "section_start:1:x|section_ start:1:x",
                "section_end:1:x|section_ end:1:x",
                "travis_fold:start:x|travis_ fold:start:x",
            })
    void aCommandIsBrokenUp(String line, String shown) {
        assertEquals(shown, LogLine.of(line, false));
        assertEquals(shown, LogLine.of(line, true));
        assertEquals("first\n" + shown, LogLine.of("first\n" + line, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "## [x]",
                "a[##]",
                "std::vec",
                "fe80::1",
                "::1",
                "::ffff:10.0.0.1",
                "Foo::bar()",
                "section start:",
                "  let a = b::c(d);"
            })
    void whatIsNoneStays(String line) {
        assertEquals(line, LogLine.of(line, false));
    }

    @Test
    void hiddenCharactersAreShownButColoursOfOursStay() {
        assertEquals("a<U+001B>[31mb<U+009B>2J<U+202E>", LogLine.of("a\u001B[31mb\u009B2J\u202E", false));
        assertEquals(
                "a\u001B[31mb<U+009B>2J<U+202E><U+001B>[2J", LogLine.of("a\u001B[31mb\u009B2J\u202E\u001B[2J", true));
        assertEquals("a<U+000D>b\nc", LogLine.of("a\rb\r\nc", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"##[error]x", "##vso[a]b", " ::error::x", "section_start:1:a", "travis_time:start"})
    void jsonSaysTheSameWithoutTheCommand(String text) throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(TextNode.valueOf(text));
        String shown = CiCommands.escaped(json);
        assertEquals(text, new ObjectMapper().readTree(shown).asText());
        assertFalse(shown.contains(text.strip()), shown);
        assertEquals(shown, CiCommands.broken(shown));
    }
}
