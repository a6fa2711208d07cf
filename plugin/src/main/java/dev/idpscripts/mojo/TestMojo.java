package dev.idpscripts.mojo;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.report.ci.JUnitXml;
import dev.idpscripts.report.ci.Lcov;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.record.TestRecorder;
import dev.idpscripts.workspace.select.ScriptFilter;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the scripts' tests ({@code <slug>.tests.yaml}) in the embedded engine; no server, no network. Writes
 * {@code TEST-idp-scripts.xml} in JUnit's form, {@code coverage.info} in LCOV's, and {@code result.json}.
 *
 * <p>A test that expects nothing is recorded in {@code <slug>.tests.snap} the first time and compared with that from then on.
 *
 * <p>Example: {@code mvn idp-scripts:test -Didp-scripts.script="Login name"}
 *
 * @since 0.1.0
 */
@Mojo(name = "test", requiresProject = false, aggregator = true, threadSafe = true)
public class TestMojo extends FilesGoal {

    /**
     * Only these scripts: names, slugs or files, separated by commas, {@code *} for any characters, such as
     * {@code -Didp-scripts.script=login-name,contact/*}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Only tests whose name contains this, in any case, such as {@code -Didp-scripts.test=umlaut}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.test")
    private String test;

    /**
     * Rewrites the expectations that fail, and what was recorded, to what came out, such as {@code -Didp-scripts.update}. Shows the
     * differences first; look at them, and at the change in the files, before you commit it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.update", defaultValue = "false")
    private boolean update;

    @Inject
    TestMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        try (RhaiEngine engine = new RhaiEngine()) {
            ScriptTests tests = new ScriptTests(new EmbeddedRunner(engine, chosen.tenant(), true));
            List<ScriptResult> results = run(chosen, tests);
            show(results);
            List<FileChange> written = new TestRecorder(directory(), chosen).record(results, update);
            wrote(written);
            if (update && !written.isEmpty()) {
                say("Look at the changed files before you commit them. Once more, with what they say now:");
                results = run(chosen, tests);
                show(results);
            }
            return finish(results);
        }
    }

    private List<ScriptResult> run(Environment chosen, ScriptTests tests) {
        List<Script> scripts = new ScriptFilter(script)
                .of(new Workspace(directory()).read(chosen).scripts());
        String part = test == null ? "" : test.toLowerCase(Locale.ROOT);
        return tests.run(scripts, t -> t.name().toLowerCase(Locale.ROOT).contains(part));
    }

    private void show(List<ScriptResult> results) {
        terminal().say(new TestsText(terminal().style(), findingsText()).render(results));
    }

    private Outcome finish(List<ScriptResult> results) {
        outputs().write("TEST-idp-scripts.xml", JUnitXml.render(results));
        outputs().write("coverage.info", Lcov.render(results));
        int all = results.stream().mapToInt(r -> r.cases().size()).sum();
        int failed = results.stream().mapToInt(r -> r.failures().size()).sum();
        count("scripts", results.size());
        count("tests", all);
        count("testsFailed", failed);
        notes().detail(ResultDetail.tests(results));
        if (failed > 0) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.summary(results),
                    "Mend the script, or if the new result is right, the test: -Didp-scripts.update rewrites what it expects.");
        }
        say((TestsText.summary(results) + " " + TestsText.coverage(results)).strip());
        return Outcome.NO_CHANGES;
    }
}
