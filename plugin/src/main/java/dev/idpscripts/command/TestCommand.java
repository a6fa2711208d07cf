package dev.idpscripts.command;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.WrittenFiles;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.report.ci.JUnitXml;
import dev.idpscripts.report.ci.Lcov;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.workspace.record.TestRecorder;
import dev.idpscripts.workspace.select.ScriptFilter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Runs the scripts' tests in the embedded engine, and records what they are to expect. */
public final class TestCommand {

    /**
     * Which tests, and what becomes of those that fail.
     *
     * @param script only of these scripts: names, slugs, files or patterns; null for all
     * @param test only those whose name contains this; null for all
     * @param update rewrites the expectations that fail to what came out
     */
    public record Options(String script, String test, boolean update) {}

    /** What the results are written to. */
    public static final List<String> FILES = List.of("TEST-idp-scripts.xml", "coverage.info");

    private final Session session;
    private final Options options;

    public TestCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Runs, shows, records; where expectations were rewritten, runs and shows once more. */
    public Outcome run() {
        if (options.update()) {
            session.refuseCommit(
                    "what tests expect is rewritten in the files that lie here. To run those of that commit:",
                    session.again().without("update"));
        }
        try (RhaiEngine engine = new RhaiEngine()) {
            ScriptTests tests = new ScriptTests(
                    new EmbeddedRunner(engine, session.environment().tenant(), true));
            List<ScriptResult> results = run(tests);
            List<FileChange> written = record(results);
            WrittenFiles.tell(written, session.console(), session.notes());
            if (options.update() && !written.isEmpty()) {
                session.console()
                        .say("Look at the changed files before you commit them. Once more, with what they say now:");
                results = run(tests);
            }
            report(results);
            return Outcome.NO_CHANGES;
        }
    }

    private List<ScriptResult> run(ScriptTests tests) {
        List<Script> scripts =
                new ScriptFilter(options.script()).of(session.files().scripts());
        String part = options.test() == null ? "" : options.test().toLowerCase(Locale.ROOT);
        List<ScriptResult> results =
                tests.run(scripts, test -> test.name().toLowerCase(Locale.ROOT).contains(part));
        Console console = session.console();
        console.say(new TestsText(console.style(), session.findingsText()).render(results));
        return results;
    }

    private List<FileChange> record(List<ScriptResult> results) {
        if (session.tree().past().isPresent()) {
            return List.of();
        }
        session.notes().beginFiles();
        return new TestRecorder(session.directory(), session.environment()).record(results, options.update());
    }

    private void report(List<ScriptResult> results) {
        UnaryOperator<String> paths = session.hostedPaths();
        session.outputs().write("TEST-idp-scripts.xml", JUnitXml.render(results, paths));
        session.outputs().write("coverage.info", Lcov.render(results, paths));
        int failed = results.stream().mapToInt(each -> each.failures().size()).sum();
        RunNotes notes = session.notes();
        notes.count("scripts", results.size());
        notes.count(
                "tests", results.stream().mapToInt(each -> each.cases().size()).sum());
        notes.count("testsFailed", failed);
        notes.detail(ResultDetail.tests(results));
        if (failed > 0) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.summary(results),
                    "Fix the script. If the new result is right, this rewrites what the tests expect:\n  "
                            + session.again().with("update"));
        }
        session.console().say((TestsText.summary(results) + " " + TestsText.coverage(results)).strip());
    }
}
