package dev.idpscripts.mojo;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.JournalledRun;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.StatusPlanner;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The emergency switch. The files are not changed: the next plan shows the difference. */
abstract class SwitchGoal extends ServerGoal {

    /**
     * Which, by name on the server; several with commas, such as {@code -Didp-scripts.script="Login name,HR feed"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Why, such as {@code -Didp-scripts.reason="INC-77: wrong mail domain"}. It stands in the output and in {@code result.json}; the
     * server has no place for it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.reason", defaultValue = "no reason given")
    private String reason;

    /**
     * Only shows what would be done, such as {@code -Didp-scripts.dryRun}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun", defaultValue = "false")
    private boolean dryRun;

    private final boolean active;

    SwitchGoal(SettingsDecrypter decrypter, boolean active) {
        super(decrypter);
        this.active = active;
    }

    @Override
    Outcome work(Environment chosen) {
        try (Connection open = connect(chosen)) {
            Inventory server = new InventoryReader(open.server(), chosen.tenant(), cache(open)).read(s -> false);
            List<StoredScript> scripts = scripts(chosen, server.scripts()).of(script);
            scripts.stream().filter(StoredScript::isSystem).findFirst().ifPresent(SwitchGoal::refuse);
            Declarations files = new Workspace(directory()).look(chosen).files();
            Plan plan = StatusPlanner.plan(
                    Target.of(chosen), repositoryId(), server, scripts, active, reason, files.size());
            planned(plan);
            notes().detail(ResultDetail.reason(reason));
            outputs().write("plan.md", PlanMarkdown.render(plan, findingsText(Style.PLAIN)));
            if (plan.isEmpty()) {
                String names = scripts.stream().map(StoredScript::name).collect(Collectors.joining(", "));
                say("Nothing to do: " + names + (scripts.size() == 1 ? " is" : " are")
                        + (active ? " active already." : " not active."));
                return Outcome.NO_CHANGES;
            }
            print(new PlanText(
                            terminal().style(),
                            findingsText(),
                            Verbosity.NORMAL,
                            false,
                            terminal().width())
                    .render(plan));
            if (active) {
                scripts.forEach(one -> compiles(open.server(), one));
            }
            return dryRun ? Outcome.CHANGES : carryOut(plan, open.server(), files);
        }
    }

    private Outcome carryOut(Plan plan, Server server, Declarations files) {
        PushLabel label = new PushLabel(reason, plan.repository(), Provenance.NO_COMMIT);
        ApplyResult result = JournalledRun.in(null, outputs(), terminal())
                .run(
                        notes -> Applier.applying(
                                server,
                                label,
                                OnFailure.STOP,
                                SmokeTest.none(),
                                notes,
                                terminal().progress()),
                        applier -> applier.apply(plan));
        applied(result);
        terminal().say(new ApplyText(terminal().style()).render(result));
        if (!result.isComplete()) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE, ApplyText.summary(result), "Run it again: it does what is left.");
        }
        say(remains(plan, files));
        return Outcome.APPLIED;
    }

    /** What the files have to do with it. */
    private String remains(Plan plan, Declarations files) {
        ScriptStatus wanted = active ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE;
        Set<String> agreeing = files.scripts().stream()
                .filter(one -> one.status() == wanted)
                .map(Script::name)
                .collect(Collectors.toSet());
        boolean same = plan.changes().stream()
                .allMatch(change -> agreeing.contains(change.subject().name()));
        return same
                ? "The files say the same."
                : "The files do not say so. In a Git repository the next plan shows it as drift until they do: \"status: "
                        + wanted + "\" in the script's .yaml.";
    }

    /** The server activates what does not compile (server.md 9.43). */
    private static void compiles(Server server, StoredScript script) {
        server.versions()
                .get(script.id(), script.name(), script.currentVersion())
                .flatMap(version -> new ServerRunner(server.testing())
                        .run(new Body(version.scriptBody()), new JsonValue(Map.of()))
                        .failure())
                .filter(failure -> failure.cause() == Failure.Cause.COMPILATION)
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
