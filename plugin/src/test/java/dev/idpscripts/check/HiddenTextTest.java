package dev.idpscripts.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.declared.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of characters in bodies that nobody sees. */
class HiddenTextTest {

    private static List<String> found(String text) {
        return HiddenText.in(Source.of("scripts/a.rhai", text))
                .map(finding -> finding.level() + " " + finding.origin() + ": " + finding.message())
                .toList();
    }

    @Test
    void eachIsNamedWithItsPlaceInCommentsAndTextsToo() {
        assertEquals(
                List.of(
                        "WARNING scripts/a.rhai:1:17: here stands U+202E (right-to-left override), which is not seen: remove it, or"
                                + " write \\u202e if a text needs it",
                        "WARNING scripts/a.rhai:2:11: here stands U+200B (zero width space), which is not seen: remove it, or write"
                                + " \\u200b if a text needs it",
                        "WARNING scripts/a.rhai:2:12: here stands U+E0041 (tag latin capital letter a), which is not seen: remove it,"
                                + " or write \\U000e0041 if a text needs it",
                        "WARNING scripts/a.rhai:3:3: here stands U+009B (control sequence introducer), which is not seen: remove it, or"
                                + " write \\u009b if a text needs it"),
                found("let a = 1; // x \u202E y\nlet b = \"😀\u200B\uDB40\uDC41\";\n//\u009B"));
    }

    @Test
    void ordinaryTextIsNotWarnedOf() {
        assertEquals(List.of(), found("let a = \"Prüfung, 日本語, 👨\u200D👩\u200D👧, ❤\uFE0F\";\n\tlet b = `a\nb`;\n"));
    }

    @Test
    void theRuleHasAnIdToFilterBy() {
        assertEquals(
                List.of("hidden-character"),
                HiddenText.in(Source.of("a", "\u200E"))
                        .map(Finding::rule)
                        .map(Rule::id)
                        .toList());
    }
}
