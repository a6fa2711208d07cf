package dev.idpscripts.command;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ScriptTests;
import dev.idpscripts.command.find.RecordedRun;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.WrittenFiles;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.workspace.record.Capture;
import dev.idpscripts.workspace.select.SingleScript;
import java.util.List;
import java.util.Optional;

/** Makes a test case of a run that the server logged. */
public final class CaptureCommand {

    private final Session session;
    private final String log;
    private final Optional<String> name;

    /**
     * Makes it.
     *
     * @param log the execution log's id, or the beginning of it
     * @param name what the test is to be called; empty for how, when and in which log it ran
     */
    public CaptureCommand(Session session, String log, Optional<String> name) {
        this.session = session;
        this.log = log;
        this.name = name;
    }

    /** Reads the log, writes the test, tries it with the script as it is now. */
    public Outcome run() {
        RecordedRun run = read();
        Script script = named(run.script());
        String test = name.map(String::strip).orElseGet(run::label);
        session.notes().beginFiles();
        Capture.Written written =
                new Capture(session.directory(), session.environment()).append(script, test, run.context(), run.seen());
        tell(written, test, script.name());
        List<ScriptResult> tried = List.of(tried(script.name(), test));
        session.notes().detail(ResultDetail.tests(tried));
        Console console = session.console();
        console.say(new TestsText(console.style(), session.findingsText()).render(tried));
        return Outcome.APPLIED;
    }

    private RecordedRun read() {
        try (Connection open = session.connect()) {
            return RecordedRun.of(open.server(), log);
        }
    }

    private Script named(String script) {
        return new SingleScript(session.directory(), session.environment()).named(script);
    }

    private void tell(Capture.Written written, String test, String script) {
        session.notes().count("masked", written.masked());
        WrittenFiles.tell(List.of(written.change()), session.console(), session.notes());
        session.console()
                .say("Test \"" + test + "\" of script " + script + " is at the end of "
                        + written.change().file()
                        + (written.masked() == 0 ? "." : "; secrets masked: " + written.masked() + "."));
        session.console()
                .say(
                        "Look at it before you commit it: it holds what the server saw. With the script as it is in the files:");
    }

    /** The log may be of another version, so that the test need not pass. */
    private ScriptResult tried(String script, String test) {
        Script now = named(script);
        try (RhaiEngine engine = new RhaiEngine()) {
            return new ScriptTests(
                            new EmbeddedRunner(engine, session.environment().tenant(), false))
                    .run(List.of(now), each -> each.name().equals(test))
                    .get(0);
        }
    }
}
