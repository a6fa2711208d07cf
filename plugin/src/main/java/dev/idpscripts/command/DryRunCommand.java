package dev.idpscripts.command;

import dev.idpscripts.check.DryRunReports;
import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.find.StoredBody;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.DryRunReport;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.DryRunText;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.server.Server;
import dev.idpscripts.workspace.select.SingleScript;
import java.util.Optional;

/** Runs one script once, and shows what it did and what that cost. */
public final class DryRunCommand {

    /** Where it runs. */
    public enum Place {
        EMBEDDED,
        SERVER
    }

    /**
     * What to run on what.
     *
     * @param script what people call the script; null if they did not
     * @param context what it sees: a file, or the value itself; null for nothing
     * @param test the test whose context is taken instead; null for none
     * @param version the server's version that runs; empty for the body in the files
     */
    public record Options(String script, String context, String test, Place on, Optional<Integer> version) {}

    private final Session session;
    private final Options options;

    public DryRunCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Finds script and context, runs the one on the other, shows what came of it. */
    public Outcome run() {
        SingleScript single = new SingleScript(session.directory(), session.environment());
        Script script = single.find(options.script());
        JsonValue context = single.context(script, options.context(), options.test());
        DryRunReport report = run(script, context);
        session.notes().detail(ResultDetail.run(report));
        Console console = session.console();
        console.say(new DryRunText(console.style(), places(report)).render(report));
        report.seen().failure().ifPresent(failure -> {
            throw new UserError(ErrorCode.SCRIPT_FAILED, "the script failed: " + failure.shown(), "");
        });
        return Outcome.NO_CHANGES;
    }

    private DryRunReport run(Script script, JsonValue context) {
        if (options.on() == Place.EMBEDDED && options.version().isEmpty()) {
            String label = "the file " + script.source().file() + " in the embedded engine";
            return DryRunReports.report(script, label, context, embedded(script, context));
        }
        try (Connection open = session.connect()) {
            return options.version()
                    .map(number -> version(StoredBody.of(open.server(), script, number), context, open.server()))
                    .orElseGet(() -> fileThere(script, context, open.server()));
        }
    }

    private static DryRunReport fileThere(Script script, JsonValue context, Server server) {
        RunOutcome seen = new ServerRunner(server.testing()).run(script.body(), context);
        return DryRunReports.report(script, "the file " + script.source().file() + " on the server", context, seen);
    }

    private DryRunReport version(StoredBody stored, JsonValue context, Server server) {
        return options.on() == Place.SERVER
                ? DryRunReports.report(
                        stored.script(),
                        stored.label() + " on the server; it left an execution log there",
                        context,
                        stored.run(server, context))
                : DryRunReports.report(
                        stored.script(),
                        stored.label() + " in the embedded engine",
                        context,
                        embedded(stored.script(), context));
    }

    private RunOutcome embedded(Script script, JsonValue context) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return new EmbeddedRunner(engine, session.environment().tenant(), false).run(script.body(), context);
        }
    }

    /** Lines of a version that only the server has are not in the file. */
    private FindingsText places(DryRunReport report) {
        return options.version().isEmpty()
                ? session.findingsText()
                : new FindingsText(
                        session.console().style(),
                        origin -> report.script().source().line(origin.line()));
    }
}
