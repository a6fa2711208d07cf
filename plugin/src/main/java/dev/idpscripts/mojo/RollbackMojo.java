package dev.idpscripts.mojo;

import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.apply.journal.UnfinishedRun;
import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.check.Compilation;
import dev.idpscripts.check.RollbackChecks;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.JournalledRun;
import dev.idpscripts.command.RollbackExecution;
import dev.idpscripts.command.RollbackPlaces;
import dev.idpscripts.command.RollbackReading;
import dev.idpscripts.command.option.RollbackAim;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.guard.DriftCheck;
import dev.idpscripts.plan.guard.GuardCheck;
import dev.idpscripts.report.html.PlanHtml;
import dev.idpscripts.report.json.RollbackJson;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.Workspace;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lets scripts go back to an older version, for an emergency: by number, by commit, by steps; or takes back everything that an apply
 * did. Shows it as a plan, compiles the old bodies, and has the server copy them into new versions. Files are not changed.
 *
 * <p>Example: {@code mvn idp-scripts:rollback -Didp-scripts.script=login-name -Didp-scripts.reason="logins fail"}
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, aggregator = true, threadSafe = true)
public class RollbackMojo extends ServerGoal {

    /**
     * Which scripts: names on the server, or names, slugs or files in the repository, with commas and {@code *}, such as
     * {@code -Didp-scripts.script=login-name,display-name}. With {@code toApply} it may be left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Goes back to the version of this number, such as {@code -Didp-scripts.toVersion=3}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.toVersion")
    private Integer toVersion;

    /**
     * Goes back to the newest version that was pushed from this commit, seven digits or more, such as
     * {@code -Didp-scripts.toCommit=1f2e3d4}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.toCommit")
    private String toCommit;

    /**
     * Takes back everything that an apply did, to scripts, bindings and templates: its run, which it says at its end and which the
     * journal has; or {@code last}, such as {@code -Didp-scripts.toApply=20260301-101112-345}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.toApply")
    private String toApply;

    /**
     * Goes back so many versions, such as {@code -Didp-scripts.steps=2}. Default: one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.steps")
    private Integer steps;

    /**
     * Why, for those who read the history later, such as {@code -Didp-scripts.reason="logins fail, CHG-1234"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.reason", defaultValue = "")
    private String reason;

    /**
     * Shows what would be done, and does nothing, such as {@code -Didp-scripts.dryRun}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Going back to before an apply, undoes also what somebody pushed after it: all of it, or only of some scripts, such as
     * {@code -Didp-scripts.overwriteDrift="Login name"}. Without it that is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.overwriteDrift", defaultValue = "false")
    private String overwriteDrift;

    /**
     * Allows this many removals in this run, whatever the environment says, such as {@code -Didp-scripts.maxDeletes=5}. Taking back
     * an apply removes what it made.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.maxDeletes")
    private Integer maxDeletes;

    /**
     * Allows removals of this many percent of what is on the server in this run, whatever the environment says, such as
     * {@code -Didp-scripts.maxDeletePercent=50}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.maxDeletePercent")
    private Integer maxDeletePercent;

    /**
     * The journal in which an apply is found and the roll-back is noted, such as
     * {@code -Didp-scripts.journal=/cache/journal.jsonl}. Default: {@code journal.jsonl} in the output directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.journal")
    private File journal;

    /**
     * Shows whole differences, and ids on the server, such as {@code -Didp-scripts.verbose}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.verbose", defaultValue = "false")
    private boolean verbose;

    @Inject
    RollbackMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        RollbackAim aim = new RollbackAim(toVersion, toCommit, toApply, steps);
        aim.check();
        terminal().warn(UnfinishedRun.explain(writing().journal()));
        // Broken files must not stand in the way of an emergency.
        Declarations files = new Workspace(directory()).look(chosen).files();
        try (Connection open = connect(chosen)) {
            // The run is sought first: without it nothing needs to be read.
            Optional<JournalRun> run =
                    aim.isOfAnApply() ? Optional.of(aim.run(writing().journal())) : Optional.empty();
            VersionCache cache = cache(open);
            RollbackReading reading = new RollbackReading(
                    open.server(), cache, files, new PlanOptions(Target.of(chosen), repositoryId(), false));
            RollbackPlan plan = examine(
                    run.map(each -> reading.before(each, script))
                            .orElseGet(() -> reading.plan(script, aim.ofScripts())),
                    chosen);
            if (plan.plan().isEmpty()) {
                plan.plan().remarks().forEach(remark -> say("Note: " + remark + "."));
                say("Nothing to roll back.");
                return Outcome.NO_CHANGES;
            }
            accept(plan, chosen);
            if (dryRun) {
                say("Nothing was changed: -Didp-scripts.dryRun only shows.");
                return plan.plan().overwriting().isEmpty() ? Outcome.CHANGES : Outcome.DRIFT;
            }
            DriftCheck.check(plan.plan(), overwriteDrift);
            return carryOut(plan, reading, open, new PlanVerifier(open.server(), chosen.tenant(), cache));
        }
    }

    private static RollbackPlan examine(RollbackPlan plan, Environment chosen) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return plan.with(new RollbackChecks(new Compilation(engine, chosen.tenant())).examine(plan.plan()));
        }
    }

    /** Shows the plan, and refuses it if it cannot or must not be carried out. */
    private void accept(RollbackPlan plan, Environment chosen) {
        planned(plan.plan());
        FindingsText plain = RollbackPlaces.of(plan, Style.PLAIN);
        // Not plan.json: an apply would push the old bodies as if they were the files'.
        outputs().write("rollback.json", RollbackJson.render(plan));
        outputs().write("plan.md", PlanMarkdown.render(plan.plan(), plain));
        outputs().write("plan.html", PlanHtml.render(plan.plan(), plain));
        Verbosity much = verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
        print(new PlanText(
                        terminal().style(),
                        RollbackPlaces.of(plan, terminal().style()),
                        much,
                        false,
                        terminal().width())
                .render(plan.plan()));
        if (!plan.plan().isApplicable()) {
            throw new UserError(
                    ErrorCode.ROLLBACK_IMPOSSIBLE,
                    "an old body does not compile any more",
                    "Nothing was changed. Choose another version; mvn idp-scripts:versions shows which there are.");
        }
        GuardCheck.check(plan.plan(), chosen.guards().overridden(maxDeletes, maxDeletePercent));
        if (plan.plan().changes().stream()
                .anyMatch(change -> RollbackPlaces.body(change).isPresent())) {
            say("The old bodies compile.");
        }
    }

    private Outcome carryOut(RollbackPlan plan, RollbackReading reading, Connection open, PlanVerifier freshness) {
        RollbackLabel label =
                new RollbackLabel(System.getProperty("user.name", "somebody"), reason == null ? "" : reason);
        RollbackExecution execution = new RollbackExecution(open.server(), freshness, label, writing(), terminal());
        ApplyResult result = execution.run(plan);
        applied(result);
        terminal().say(new ApplyText(terminal().style()).render(result));
        warn(plan, result, reading);
        execution.refuseIncomplete(plan, result);
        say("Read again: everything is as the plan says.");
        return result.count(ApplyResult.State.APPLIED) == 0 ? Outcome.NO_CHANGES : Outcome.APPLIED;
    }

    private void warn(RollbackPlan plan, ApplyResult result, RollbackReading reading) {
        List<String> differing;
        try {
            differing = RollbackPlaces.differing(result, reading.next(plan));
        } catch (IdpScriptsException e) {
            // What came of the roll-back matters more, and is told next.
            terminal().warn(List.of("Whether files and server differ now could not be read: " + e.what()));
            return;
        }
        if (!differing.isEmpty()) {
            List<String> lines = new ArrayList<>(List.of("Files and server differ now:"));
            differing.forEach(subject -> lines.add("  " + subject));
            lines.add(
                    "Before anybody applies again: mvn idp-scripts:pull takes it over into the files; or take the commit back in"
                            + " Git. The next plan calls it drift, which apply refuses, as far as versions, audit trail and Git tell it"
                            + " from an edit of the files.");
            terminal().warn(lines);
        }
    }

    private JournalledRun writing() {
        return JournalledRun.in(journal, outputs(), terminal());
    }
}
