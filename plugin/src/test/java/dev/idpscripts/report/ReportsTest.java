package dev.idpscripts.report;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.report.html.PlanHtml;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.json.ResultJson;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.ResultSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people and machines see, as files that a reviewer can read. */
class ReportsTest {

    private static final Hook BEFORE_CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook AFTER_UPDATE = new Hook(HookPhase.AFTER, Operation.UPDATE);
    private static final PlanMetadata MADE =
            new PlanMetadata(Instant.parse("2026-11-25T10:11:12Z"), "none", "", "a subject", "0.1.0");
    private static final Style PLAIN = new Style(false);

    private static Plan first() {
        Desired files = new Desired()
                .script("Login name", null, "Builds it", ACTIVE, "let a = 1;\nlet b = 2;\n")
                .script("one-line", INACTIVE, "1")
                .script("sketch", DRAFT, "")
                .bind("Corporate LDAP", BEFORE_CREATE, 10, "Login name")
                .bind(
                        "Corporate LDAP",
                        BEFORE_CREATE,
                        20,
                        "one-line",
                        new BindingSettings(FailurePolicy.RETRY, 3, 45, false))
                .template("Mapping", null, "A start", TemplateCategory.ATTRIBUTE_MAPPING, "1\n", Map.of("a", 1));
        return new FakeServer().connector("Corporate LDAP").plan(files, false);
    }

    /** One of each kind, with a body that differs in the middle of many lines. */
    private static Plan changes() {
        String lines = """
                let one = 1;
                let two = 2;
                let three = 3;
                let four = 4;
                let five = 5;
                let six = 6;
                let seven = 7;
                let eight = 8;
                let nine = 9;
                let ten = 10;
                """;
        Desired files = new Desired()
                .script("body", ACTIVE, lines.replace("five = 5", "five = 55").replace("let ten = 10;\n", ""))
                .script("end", ACTIVE, "let a = 1;")
                .script("new name", "old name", "now described", ACTIVE, "1\n")
                .script("off", null, "", INACTIVE, "1\n")
                .script("x", ACTIVE, "1")
                .script("y", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "y")
                .bind("LDAP", BEFORE_CREATE, 20, "x")
                .bind("LDAP", AFTER_UPDATE, 10, "x", new BindingSettings(FailurePolicy.CONTINUE, 0, 5, true))
                .template("t", null, null, TemplateCategory.CUSTOM, "a\nb\n", null);
        FakeServer server = new FakeServer()
                .connector("LDAP")
                .script("body", ACTIVE, lines)
                .script("end", ACTIVE, "let a = 1;\n")
                .script("old name", INACTIVE, "1\n")
                .script("off", "was described", ACTIVE, "1\n", null)
                .script("x", ACTIVE, "1")
                .script("y", ACTIVE, "1")
                .script("ours", ACTIVE, "1")
                .script("theirs", null, ACTIVE, "1", "other")
                .bind("LDAP", BEFORE_CREATE, 10, "x")
                .bind("LDAP", BEFORE_CREATE, 20, "y")
                .bind("LDAP", BEFORE_CREATE, 30, "theirs")
                .bind("LDAP", AFTER_UPDATE, 10, "x")
                .bind("LDAP", AFTER_UPDATE, 20, "ours")
                .template("t", null, TemplateCategory.DATA_FORMATTING, "a\nc\n", null);
        return server.plan(files, true);
    }

    private static String text(Plan plan, Style style, boolean unmanaged) {
        return String.join(
                        "\n",
                        new PlanText(
                                        style,
                                        new FindingsText(style, origin -> Optional.empty()),
                                        Verbosity.VERBOSE,
                                        unmanaged,
                                        0)
                                .render(plan))
                + "\n";
    }

    private static String html(Plan plan) {
        return PlanHtml.render(plan, MADE, new FindingsText(PLAIN, origin -> Optional.empty()))
                .replaceAll("(?s)<style>.*</style>", "<style>…</style>");
    }

    private static String markdown(Plan plan) {
        return PlanMarkdown.render(plan, MADE, new FindingsText(PLAIN, origin -> Optional.empty()));
    }

    /** Ids of bindings differ from run to run. */
    private static String steady(String text) {
        return text.replaceAll("\"hash\" : \"[0-9a-f]{64}\"", "\"hash\" : \"<hash>\"")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
    }

    @Test
    void aFirstPlan() {
        Golden.check("plan-first.txt", text(first(), PLAIN, false));
        Golden.check("plan-first.md", markdown(first()));
        Golden.check("plan-first.json", PlanJson.render(first(), MADE));
    }

    @Test
    void aPlanWithEveryKindOfChange() {
        Golden.check("plan-changes.txt", steady(text(changes(), PLAIN, true)));
        Golden.check("plan-changes.html", steady(html(changes())));
        Golden.check("plan-changes.md", markdown(changes()));
        Golden.check("plan-changes.json", steady(PlanJson.render(changes(), MADE)));
    }

    @Test
    void coloursAddNothingButColour() {
        String coloured = text(changes(), new Style(true), true);
        assertTrue(
                coloured.contains("\u001B[32m+\u001B[0m\u001B[32mlet five = \u001B[0m\u001B[32;7m55\u001B[0m"),
                coloured);
        assertTrue(coloured.contains("\u001B[31m-\u001B[0m"), coloured);
        String withoutMarks = text(changes(), PLAIN, true).replaceAll("\n +\\^+(?=\n)", "");
        assertEquals(steady(withoutMarks), steady(coloured.replaceAll("\u001B\\[[0-9;]+m", "")));
    }

    /** Sentences fit where somebody is watching; lines of code are left as they are. */
    @Test
    void sentencesFitIntoTheirColumns() {
        for (int width : List.of(80, 200)) {
            FindingsText places = new FindingsText(PLAIN, origin -> Optional.empty());
            List<String> lines = new PlanText(PLAIN, places, Verbosity.VERBOSE, true, width).render(changes());
            List<String> sentences = lines.stream()
                    .filter(line -> !line.matches("\\s*[-+@^ ].*"))
                    .toList();
            assertTrue(sentences.stream().allMatch(line -> line.length() <= width), () -> String.join("\n", lines));
        }
        FindingsText places = new FindingsText(PLAIN, origin -> Optional.empty());
        Golden.check(
                "plan-changes-80.txt",
                steady(String.join("\n", new PlanText(PLAIN, places, Verbosity.NORMAL, false, 80).render(changes())))
                        + "\n");
        Golden.check(
                "plan-changes-quiet.txt",
                String.join("\n", new PlanText(PLAIN, places, Verbosity.QUIET, false, 0).render(changes())) + "\n");
    }

    @Test
    void anEmptyPlan() {
        Desired files = new Desired().script("a", ACTIVE, "1");
        FakeServer server = new FakeServer().script("a", ACTIVE, "1").script("b", ACTIVE, "1");
        Golden.check("plan-empty.txt", text(server.plan(files, false), PLAIN, false));
        Golden.check("plan-empty.md", markdown(server.plan(files, false)));
        Golden.check("plan-empty.json", PlanJson.render(server.plan(files, false), MADE));
    }

    @Test
    void aPlanThatCannotBeApplied() {
        Desired files = new Desired().script("a", DRAFT, "1").connector("LDPA");
        FakeServer server = new FakeServer().connector("LDAP").script("a", ACTIVE, "1");
        Golden.check("plan-impossible.txt", text(server.plan(files, false), PLAIN, false));
    }

    @Test
    void textFromTheServerCannotForgeTheTerminal() {
        String evil = "e\u001B[2Jvil\r\u202Ename\u0007";
        Desired files = new Desired().script("a", evil, null, ACTIVE, "let a = \u001B[31m1;\n");
        FakeServer server = new FakeServer().script(evil, ACTIVE, "let b = \u001B[31m1;\n");
        String text = text(server.plan(files, false), PLAIN, true);
        assertFalse(text.matches("(?s).*[\u001B\r\u0007\u202E].*"), text);
        assertTrue(text.contains("e<U+001B>[2Jvil<U+000D><U+202E>name<U+0007>"), text);
        assertTrue(text.contains("+let a = <U+001B>[31m1;"), text);
    }

    private static ApplyResult stopped() {
        List<Result> results = new ArrayList<>();
        first().changes().forEach(change -> results.add(new Result(change, State.NOT_ATTEMPTED, "")));
        results.set(0, new Result(first().changes().get(0), State.APPLIED, ""));
        results.set(
                1,
                new Result(first().changes().get(1), State.APPLIED, "became version 4, not 3: somebody else pushed"));
        results.set(
                2,
                new Result(
                        first().changes().get(2),
                        State.FAILED,
                        "create script sketch failed: 500 Database error\nThe server's log tells more."));
        return new ApplyResult(results);
    }

    @Test
    void anApplyThatStopped() {
        ApplyText text = new ApplyText(PLAIN);
        List<String> lines = new ArrayList<>();
        stopped().in(State.APPLIED, State.FAILED).forEach(result -> lines.add(text.line(result)));
        lines.addAll(text.render(stopped()));
        Golden.check("applied-stopped.txt", String.join("\n", lines) + "\n");
        RunResult result = new RunResult(
                "apply",
                Outcome.PARTIAL,
                Optional.of(first().target()),
                12,
                Map.of(),
                Optional.of(first()),
                Optional.of(stopped()),
                List.of(),
                List.of(),
                Optional.of(new EnvironmentError(ErrorCode.APPLY_INCOMPLETE, "the apply stopped", "Run it again.")));
        Golden.check("result-stopped.json", ResultSchema.checked(ResultJson.render(result)));
    }

    @Test
    void anApplyThatWasTakenBackButForOneChange() {
        List<Result> results = new ArrayList<>();
        first().changes().forEach(change -> results.add(new Result(change, State.NOT_ATTEMPTED, "")));
        results.set(0, new Result(first().changes().get(0), State.UNDONE, "deleted again"));
        results.set(
                1,
                new Result(
                        first().changes().get(1),
                        State.NOT_UNDONE,
                        "Not undone: somebody else pushed version 5 on top of our version 4\nTo undo it by hand: POST /x",
                        true));
        results.set(
                2,
                new Result(first().changes().get(2), State.FAILED, "create script sketch failed: 500 Database error"));
        ApplyResult applied = new ApplyResult(results, false, true);
        ApplyText text = new ApplyText(PLAIN);
        List<String> lines = new ArrayList<>();
        applied.in(State.UNDONE, State.NOT_UNDONE).forEach(result -> lines.add(text.line(result)));
        lines.addAll(text.render(applied));
        Golden.check("applied-taken-back.txt", String.join("\n", lines) + "\n");
        assertFalse(applied.isRolledBack());
    }

    @Test
    void anApplyThatWentThrough() {
        ApplyResult applied = new ApplyResult(first().changes().stream()
                .map(change -> new Result(change, State.APPLIED, ""))
                .toList());
        assertEquals(
                List.of("Applied: create 3 scripts, 1 template and 2 bindings."), new ApplyText(PLAIN).render(applied));
    }

    @Test
    void aRunThatEndedWithTheFiles() {
        InvalidFiles error = new InvalidFiles(
                ErrorCode.FILES_INVALID, List.of(new Problem(SourceLocation.of("scripts/a.yaml"), "wrong")));
        RunResult result = new RunResult(
                "plan",
                error.code().outcome(),
                Optional.empty(),
                0,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(error));
        Golden.check("result-invalid.json", ResultSchema.checked(ResultJson.render(result)));
    }

    /** What a page holds is shown; of more only that it is there. */
    @Test
    void theBodiesOfALongPlanAreLeftOut() {
        String many = "let a = 1;\n".repeat(190);
        Plan small = new FakeServer().plan(new Desired().script("a", ACTIVE, many), false);
        Plan large = new FakeServer()
                .plan(
                        new Desired()
                                .script("a", ACTIVE, many)
                                .template("t", null, null, TemplateCategory.CUSTOM, many, null),
                        false);
        FindingsText places = new FindingsText(PLAIN, origin -> Optional.empty());
        PlanText normal = new PlanText(PLAIN, places, Verbosity.NORMAL, false, 0);
        assertEquals(
                190,
                normal.render(small).stream()
                        .filter("      +let a = 1;"::equals)
                        .count());
        assertEquals(
                List.of(
                        "Files: 1 script, 1 template. Server: nothing.",
                        "",
                        "  + script a is created with 190 lines and activated",
                        "      runs nowhere: no binding",
                        "  + template t is created with 190 lines",
                        "",
                        "2 bodies that come or go are not shown here; all with -Didp-scripts.verbose, and in plan.html.",
                        "",
                        "Plan: create 1 script and 1 template."),
                normal.render(large));
        List<String> verbose = new PlanText(PLAIN, places, Verbosity.VERBOSE, false, 0).render(large);
        assertEquals(380, verbose.stream().filter("      +let a = 1;"::equals).count());
    }
}
