package dev.idpscripts.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.Comparison;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.ComparisonText;
import dev.idpscripts.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two bodies that are compared for their own sake. */
class BodyDiffTest {

    private static final String BEFORE = """
            // Login: first letter of the given name, then the surname; amueller for Anna Müller.
            const RESERVED = ["admin", "guest"];
            let given = attributes.givenName;
            let base = given[0] + attributes.sn;
            base.truncate(17);
            let a = 1;
            let b = 2;
            let c = 3;
            let gone = 4;
            let d = 5;
            """;

    private static final String AFTER = """
            // Login: first letter of the given name, then the surname; amueller for Anna Müller.
            const RESERVED = ["admin", "guest", "helpdesk", "noreply", "postmaster", "root"];
            let given = attributes.givenName;
            let base = given[0] + attributes.sn;
            base.truncate(17);
            let a = 1;
            let b = 2;
            let c = 3;
            let d = 5;
            \tlet come = "<b>";
            """;

    private static BodyDiff diff() {
        return new BodyDiff(
                "Login name version 2 on sandbox",
                new Body(BEFORE),
                "file scripts/naming/login-name.rhai",
                new Body(AFTER));
    }

    @Test
    void unified() {
        Golden.check("diff-unified.txt", String.join("\n", diff().unified(new Style(false))) + "\n");
    }

    @Test
    void sideBySide() {
        List<String> lines = diff().sideBySide(new Style(false), 80);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines.toString());
        Golden.check("diff-side-by-side.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void aPageWithoutScriptOrNetwork() {
        String html = diff().html("Difference of login-name");
        assertTrue(html.contains("<h1>Difference of login-name</h1>"), html);
        assertTrue(html.contains("<mark>"), html);
        assertTrue(html.contains("2 lines added, 2 lines removed."), html);
        assertTrue(html.contains("&lt;b"), html);
        assertFalse(html.contains("<b>"), "not escaped");
        assertFalse(html.contains("<script") || html.contains("http:") || html.contains("https:"), "reaches out");
    }

    @Test
    void nothingDiffers() {
        BodyDiff same = new BodyDiff("a", new Body("x\r\n"), "b", new Body("x\n"));
        assertTrue(same.isEmpty());
        assertEquals("No difference.", same.summary());
        BodyDiff end = new BodyDiff("a", new Body("x"), "b", new Body("x\n"));
        assertFalse(end.isEmpty());
        assertEquals(
                "0 lines added, 0 lines removed; only the line end at the end of the file differs.", end.summary());
    }

    @Test
    void theServersComparisonSaysWhatItIsWorth() {
        Comparison comparison = new Comparison(
                1,
                2,
                List.of(
                        new Comparison.Line(1, "unchanged", "a"),
                        new Comparison.Line(2, "removed", "b"),
                        new Comparison.Line(3, "added", "c")));
        List<String> lines = new ComparisonText(new Style(false)).render(comparison);
        assertEquals(List.of("--- version 1", "+++ version 2", " a", "-b", "+c"), lines.subList(0, 5));
        assertTrue(lines.get(5).startsWith("The server compares line 1 with line 1"), lines.get(5));
    }
}
