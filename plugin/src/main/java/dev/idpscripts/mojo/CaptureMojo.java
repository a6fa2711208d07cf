package dev.idpscripts.mojo;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.RecordedRun;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.workspace.record.Capture;
import dev.idpscripts.workspace.select.SingleScript;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes a test case of a run that the server logged: what the script saw, and what it did, at the end of its
 * {@code <slug>.tests.yaml}; nothing else in that file changes. Secrets are masked, and values of the environment become placeholders again
 * where the script has them.
 *
 * <p>Example: {@code mvn idp-scripts:capture -Didp-scripts.log=5a0c1b2d-0000-0000-0000-000000000000 -Didp-scripts.name="no department"}
 *
 * @since 0.1.0
 */
@Mojo(name = "capture", requiresProject = false, aggregator = true, threadSafe = true)
public class CaptureMojo extends FilesGoal {

    /**
     * The execution log's id, or the beginning of it, such as {@code -Didp-scripts.log=5a0c1b2d}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.log")
    private String log;

    /**
     * What the test is to be called, such as {@code -Didp-scripts.name="no department"}. Default: how, when and in which log it ran.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.name")
    private String name;

    @Inject
    CaptureMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        RecordedRun run = read(chosen);
        Script script = new SingleScript(directory(), chosen).named(run.script());
        String test = name == null || name.isBlank() ? run.label() : name.strip();
        Capture.Written written = new Capture(directory(), chosen).append(script, test, run.context(), run.seen());
        count("masked", written.masked());
        wrote(List.of(written.change()));
        say("Test \"" + test + "\" of script " + script.name() + " is at the end of "
                + written.change().file()
                + (written.masked() == 0 ? "." : "; secrets masked: " + written.masked() + "."));
        say("Look at it before you commit it: it holds what the server saw. With the script as it is in the files:");
        List<ScriptResult> tried = List.of(tried(chosen, script.name(), test));
        notes().detail(ResultDetail.tests(tried));
        terminal().say(new TestsText(terminal().style(), findingsText()).render(tried));
        return Outcome.APPLIED;
    }

    private RecordedRun read(Environment chosen) {
        String given = RequiredOption.of("log", log, "an execution log by its id");
        try (Connection open = connect(chosen)) {
            return RecordedRun.of(open.server(), given);
        }
    }

    /** The log may be of another version, so that the test need not pass. */
    private ScriptResult tried(Environment chosen, String script, String test) {
        Script now = new SingleScript(directory(), chosen).named(script);
        try (RhaiEngine engine = new RhaiEngine()) {
            return new ScriptTests(new EmbeddedRunner(engine, chosen.tenant(), false))
                    .run(List.of(now), t -> t.name().equals(test))
                    .get(0);
        }
    }
}
