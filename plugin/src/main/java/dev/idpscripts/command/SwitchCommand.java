package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.change.ApplyErrors;
import dev.idpscripts.command.change.ChangeRun;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.SwitchPlanner;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.server.Server;
import dev.idpscripts.workspace.select.StoredScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The emergency switch. The files are not changed: the next plan shows the difference. */
public final class SwitchCommand {

    /**
     * What to switch.
     *
     * @param active on or off
     * @param script which, by names
     * @param reason why
     * @param dryRun only shows what would be done
     * @param journal where writes are noted
     */
    public record Options(boolean active, String script, String reason, boolean dryRun, Path journal) {}

    /** What the plan is written to. */
    public static final List<String> FILES = List.of("plan.md");

    private final Session session;
    private final Options options;

    public SwitchCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Plans, shows, writes, verifies. */
    public Outcome run() {
        try (Connection open = session.connect()) {
            Inventory server = session.lists(open);
            Declarations files = session.readableFiles();
            List<StoredScript> scripts = new StoredScripts(files.scripts(), server.scripts()).of(options.script());
            scripts.stream().filter(StoredScript::isSystem).findFirst().ifPresent(SwitchCommand::refuse);
            Plan plan = SwitchPlanner.plan(
                    session.target(),
                    session.repository(),
                    server,
                    scripts,
                    options.active(),
                    options.reason(),
                    files.size());
            note(plan);
            if (plan.isEmpty()) {
                session.console().say(nothingToDo(scripts));
                return Outcome.NO_CHANGES;
            }
            show(plan);
            if (options.active()) {
                scripts.forEach(script -> refuseBroken(open.server(), script));
            }
            return options.dryRun() ? Outcome.CHANGES : carryOut(plan, open, files);
        }
    }

    private void note(Plan plan) {
        session.notes().plan(Optional.of(plan));
        session.notes().detail(ResultDetail.reason(options.reason()));
        session.outputs()
                .write(
                        "plan.md",
                        PlanMarkdown.render(plan, session.metadataIfKnown(), session.findingsText(Style.PLAIN)));
    }

    private String nothingToDo(List<StoredScript> scripts) {
        String names = scripts.stream().map(StoredScript::name).collect(Collectors.joining(", "));
        return "Nothing to do: " + names + Phrase.word(scripts.size(), " is", " are")
                + (options.active() ? " active already." : " not active.");
    }

    private void show(Plan plan) {
        session.console().show(plan, session.findingsText(), Verbosity.NORMAL, false);
    }

    private Outcome carryOut(Plan plan, Connection open, Declarations files) {
        ChangeRun.warnOfUnfinished(options.journal(), session.console());
        PushLabel label = new PushLabel(options.reason(), plan.repository(), Provenance.NO_COMMIT);
        ChangeRun run = new ChangeRun(session, open, options.journal());
        ApplyResult result = run.write(
                plan,
                journal -> Applier.applying(
                        open.server(),
                        label,
                        OnFailure.STOP,
                        SmokeTest.none(),
                        journal,
                        session.console().progress()));
        if (!result.isComplete()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE, ApplyText.summary(result), "Run it again: it does what is left.");
        }
        run.verify(plan, ApplyErrors::notAsPlanned);
        session.console().say("Read again: the server holds what the plan says. " + inFiles(plan, files));
        return Outcome.APPLIED;
    }

    /** What the files have to do with it. */
    private String inFiles(Plan plan, Declarations files) {
        ScriptStatus wanted = options.active() ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE;
        Set<String> agreeing = files.scripts().stream()
                .filter(script -> script.status() == wanted)
                .map(Script::name)
                .map(ObjectName::normal)
                .collect(Collectors.toSet());
        boolean same = plan.changes().stream()
                .allMatch(change ->
                        agreeing.contains(ObjectName.normal(change.subject().name())));
        return same
                ? "The files say the same."
                : "The files do not say so. In a Git repository the next plan shows it as drift until they do: \"status: "
                        + wanted + "\" in the script's .yaml.";
    }

    /** The server activates what does not compile (server.md 9.43). */
    private static void refuseBroken(Server server, StoredScript script) {
        server.versions()
                .get(script.id(), script.name(), script.currentVersion())
                .flatMap(version -> new ServerRunner(server.testing())
                        .run(new Body(version.scriptBody()), new JsonValue(Map.of()))
                        .failure())
                .filter(failure -> failure.cause() == Failure.FailureKind.COMPILATION)
                .ifPresent(failure -> {
                    throw new UserError(
                            ErrorCode.SCRIPT_FAILED,
                            "script " + script.name() + " does not compile on the server: " + failure.text(),
                            "Nothing was changed. Roll it back or push another body first.");
                });
    }

    private static void refuse(StoredScript system) {
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "script " + system.name() + " belongs to the server itself",
                "Such scripts are not touched.");
    }
}
