package dev.idpscripts.report.markdown;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.words.PlanSummary;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.RandomFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** A plan as a comment: complete where it fits, shortened where not, and never more than text. */
@Tag("proof")
class PlanMarkdownTest {

    private static final PlanOptions OPTIONS = new PlanOptions(
            new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, true);
    private static final PlanMetadata MADE = new PlanMetadata(Instant.EPOCH, "1f2e3d4", "", "a test", "0.1.0");
    private static final FindingsText PLACES = new FindingsText(new Style(false), origin -> Optional.empty());

    private static Plan plan(long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        Declarations a = random.some(new Desired().declare());
        server.apply(Planner.plan(a, server.inventory(), OPTIONS));
        return Planner.plan(random.some(a), server.inventory(), OPTIONS);
    }

    /** The marker, the heading, the summary and the table. */
    private static void beginsWithASummary(Plan plan, String text) {
        List<String> lines = text.lines().toList();
        assertEquals("<!-- idp-scripts plan: test -->", lines.get(0));
        assertEquals("## Plan for `test`", lines.get(1));
        assertTrue(lines.get(3).startsWith("`https://idp.example.com`, tenant "), lines.get(3));
        assertTrue(lines.get(3).contains("files at commit 1f2e3d4"), lines.get(3));
        assertEquals("**" + Markdown.text(PlanSummary.sentence(plan)) + "**", lines.get(5));
        assertEquals(!plan.isEmpty(), text.contains("\n| scripts | "));
    }

    @Property(tries = 500)
    void theSummaryIsNeverLeftOut(@ForAll long seed) {
        Plan plan = plan(seed);
        String whole = PlanMarkdown.render(plan, MADE, PLACES);
        beginsWithASummary(plan, whole);
        for (int most : List.of(whole.length(), whole.length() * 3 / 4, whole.length() / 2, 1500)) {
            String text = PlanMarkdown.render(plan, MADE, PLACES, most);
            beginsWithASummary(plan, text);
            assertTrue(text.length() <= Math.max(most, 1500), () -> most + " < " + text.length());
        }
    }

    @Example
    void aHugePlanIsShortened() {
        Desired files = new Desired();
        FakeServer server = new FakeServer();
        for (int i = 0; i < 500; i++) {
            int script = i;
            String body = IntStream.range(0, 2300)
                    .mapToObj(n -> "let line_" + n + " = " + script + ";        //\n")
                    .collect(Collectors.joining());
            server.script("script " + i, ACTIVE, body);
            files.script("script " + i, ACTIVE, body.replaceAll("line_([0-9]*)7 =", "changed_$1 ="));
        }
        Plan plan = Planner.plan(files.declare(), server.inventory(), OPTIONS);
        assertEquals(500, plan.changes().size());
        String text = PlanMarkdown.render(plan, MADE, PLACES);
        assertTrue(text.length() <= PlanMarkdown.MOST, () -> text.length() + "");
        beginsWithASummary(plan, text);
        assertTrue(text.contains("**Plan: change 500 of 500 scripts.**"), text.substring(0, 500));
        assertTrue(text.contains("Shortened to fit into a comment"), text.substring(0, 1000));
        assertEquals(500, text.lines().filter(line -> line.startsWith("- ✏️ ")).count());
    }

    private static final String HOSTILE = "</details><script>alert(1)</script> | `tick` ```` @octocat #12 !7 ~bug"
            + " **bold** [x](javascript:1) <!-- --> &lt; https://evil.example \u001B[31mred \u202Etricky"
            + " <img src=x onerror=alert(1)>";

    @Example
    void hostileTextIsOnlyText() {
        Desired files = new Desired()
                .script("a " + HOSTILE, null, HOSTILE, ACTIVE, "let a = 1; // new\n```\n" + HOSTILE + "\n")
                .script("b", null, HOSTILE, ACTIVE, "1");
        FakeServer server = new FakeServer()
                .script("a " + HOSTILE, "old", ACTIVE, "let a = 1; // old\n" + HOSTILE + "\n", FakeServer.REPOSITORY)
                .script("c " + HOSTILE, null, ACTIVE, "1", "other");
        String text = PlanMarkdown.render(Planner.plan(files.declare(), server.inventory(), OPTIONS), MADE, PLACES);
        String outside = outsideCode(text);
        assertFalse(
                Pattern.compile("(?<!\\\\)<(?!/?(details|summary)>|!-- idp-scripts plan: test -->)")
                        .matcher(outside)
                        .find(),
                outside);
        assertEquals(count(outside, "<details>"), count(outside, "</details>"));
        assertFalse(
                Pattern.compile("[@#!][\\p{L}\\p{N}]")
                        .matcher(outside.replaceAll("(?m)^#+ ", ""))
                        .find(),
                outside);
        assertFalse(outside.contains("://"), outside);
        assertFalse(text.contains("\u001B") || text.contains("\u202E"), text);
        assertTrue(text.lines().filter(line -> line.startsWith("|")).allMatch(line -> count(line, "|") == 7), text);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Without fenced blocks and code in lines, found as CommonMark finds them. */
    private static String outsideCode(String text) {
        String withoutFences = Pattern.compile("(?ms)^ *(`{3,})[a-z]+\\n.*?^ *\\1$")
                .matcher(text)
                .replaceAll("");
        return Pattern.compile("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)")
                .matcher(withoutFences)
                .replaceAll("");
    }
}
