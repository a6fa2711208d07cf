package dev.idpscripts.command;

import dev.idpscripts.check.FirstRun;
import dev.idpscripts.command.find.ServerTemplates;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.WrittenFiles;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.workspace.create.NewScript;
import dev.idpscripts.workspace.create.TemplateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a new script from a template. */
public final class NewCommand {

    /**
     * What to make of what.
     *
     * @param template the template, by name or slug
     * @param name what the script is to be called
     * @param values what the placeholders become: a file, or the value itself; null for nothing
     * @param single what single placeholders become, which wins
     * @param onServer makes a draft there, and no file
     */
    public record Options(String template, String name, String values, Map<String, String> single, boolean onServer) {}

    private final Session session;
    private final Options options;

    public NewCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Makes files, or a draft on the server. */
    public Outcome run() {
        return options.onServer() ? draft() : files();
    }

    private Outcome files() {
        NewScript fresh = new NewScript(session.directory(), session.environment(), options.name());
        TemplateSource source = inFiles().orElseGet(this::ofServer);
        Script script = fresh.from(source, options.values(), options.single());
        RunOutcome first = tried(script, source);
        session.notes().beginFiles();
        List<String> files = fresh.write(script, first);
        WrittenFiles.tellCreated(files, session.console(), session.notes());
        session.console()
                .say("Script " + options.name() + " is made from template " + source.name() + " (" + source.place()
                        + "). Its first test expects what it does with nothing: add the ones that matter.");
        return Outcome.APPLIED;
    }

    private Optional<TemplateSource> inFiles() {
        return TemplateSource.find(session.directory(), session.environment(), options.template());
    }

    private TemplateSource ofServer() {
        try (Connection open = session.connect()) {
            return TemplateSource.of(templates(open).named(options.template()));
        }
    }

    private ServerTemplates templates(Connection open) {
        return new ServerTemplates(open.server(), TemplateSource.known(session.directory(), session.environment()));
    }

    private RunOutcome tried(Script script, TemplateSource source) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return FirstRun.run(engine, session.environment(), script, source.name(), NewScript.NOTHING);
        }
    }

    private Outcome draft() {
        if (options.values() != null || !options.single().isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "values were given, but the server fills no placeholder",
                    "Leave out -Didp-scripts.onServer, so that they are filled into files; apply pushes those.");
        }
        try (Connection open = session.connect()) {
            // Only the files know slugs.
            String called = inFiles().map(TemplateSource::name).orElse(options.template());
            StoredTemplate source = templates(open).named(called);
            session.notes()
                    .begin("The server may have made the draft. To see whether it has:\n  " + GoalCommand.of("status"));
            StoredScript made = open.server()
                    .templates()
                    .instantiate(source.id(), source.name(), options.name(), Optional.ofNullable(source.description()));
            session.notes().detail(ResultDetail.made(ObjectAddress.script(made.name()), made.id()));
            session.console()
                    .say("The server made the draft " + made.name() + " (" + made.id() + ") from template "
                            + source.name() + ". Its placeholders stand in it as they are: the server fills nothing.");
            session.console().say("No file was written; a plan will call it unmanaged.");
            return Outcome.APPLIED;
        }
    }
}
