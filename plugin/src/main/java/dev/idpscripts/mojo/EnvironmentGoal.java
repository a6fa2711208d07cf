package dev.idpscripts.mojo;

import dev.idpscripts.check.Compilation;
import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.PlanChecks;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.PlanSession;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.plan.guard.GuardCheck;
import dev.idpscripts.report.html.PlanHtml;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.markdown.PlanMarkdown;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.report.text.TestsText;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.git.GitHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that compare the files with an environment's server. */
abstract class EnvironmentGoal extends ServerGoal {

    /**
     * Removes what this repository pushed and no file declares any more, such as {@code -Didp-scripts.prune}. Without it
     * nothing is removed but what stands in the way of a declared binding.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.prune", defaultValue = "false")
    private boolean prune;

    /**
     * Makes scripts anew that are wedged on the server, so that it refuses every further version of them, such as
     * {@code -Didp-scripts.recreateWedged}. Bindings are restored; the id changes and the history is lost.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.recreateWedged", defaultValue = "false")
    private boolean recreateWedged;

    /**
     * Lists what is on the server and in no file, instead of only counting it, such as {@code -Didp-scripts.unmanaged}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.unmanaged", defaultValue = "false")
    private boolean unmanaged;

    /**
     * Allows this many removals in this run, whatever the environment says, such as {@code -Didp-scripts.maxDeletes=5}.
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
     * Shows more: ids on the server, whole differences, what no file declares, such as {@code -Didp-scripts.verbose}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.verbose", defaultValue = "false")
    private boolean verbose;

    /**
     * Shows only the summary and what stands in the way, such as {@code -Didp-scripts.quiet}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.quiet", defaultValue = "false")
    private boolean quiet;

    EnvironmentGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Does the goal's work on files and server that are ready. */
    abstract Outcome work(PlanSession planning, Environment environment);

    @Override
    Outcome work(Environment chosen) {
        Declarations files = new Workspace(directory()).read(chosen);
        try (Connection open = connect(chosen)) {
            return work(planning(files, chosen, open), chosen);
        }
    }

    private PlanSession planning(Declarations files, Environment chosen, Connection open) {
        PlanSession planning = planning(files, chosen, open, prune);
        return recreateWedged ? planning.recreatingWedged() : planning;
    }

    /**
     * When and from what a plan is made now.
     *
     * @param message stands in place of the commit's subject; null or blank for none
     */
    final PlanMetadata made(String message) {
        Optional<GitHead> head = GitHead.of(directory());
        String subject = head.map(h -> h.subject() + (h.dirty() ? " (and uncommitted changes)" : ""))
                .orElse("Applied without a Git commit");
        return new PlanMetadata(
                Instant.now(),
                head.map(GitHead::commit).orElse(Provenance.NO_COMMIT),
                head.filter(h -> !h.dirty()).map(GitHead::tree).orElse(""),
                message == null || message.isBlank() ? subject : message,
                pluginVersion());
    }

    /** Makes the plan, shows it, writes it, and refuses it if it cannot or must not be applied. */
    final Plan plan(PlanSession planning, Environment chosen, boolean examine) {
        Plan made = examine ? examine(planning.plan(), chosen) : planning.plan();
        outputs().write("plan.json", PlanJson.render(made, made(null)));
        outputs().write("plan.html", PlanHtml.render(made, findingsText(Style.PLAIN)));
        outputs().write("plan.md", PlanMarkdown.render(made, findingsText(Style.PLAIN)));
        accept(made, chosen);
        return made;
    }

    /** Shows a plan, and refuses it if it cannot or must not be applied. */
    final void accept(Plan plan, Environment chosen) {
        planned(plan);
        print(planText(unmanaged).render(plan));
        refuse(plan);
        GuardCheck.check(plan, chosen.guards().overridden(maxDeletes, maxDeletePercent));
    }

    private Verbosity verbosity() {
        if (quiet) {
            return Verbosity.QUIET;
        }
        return verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
    }

    final PlanText planText(boolean listUnmanaged) {
        return new PlanText(
                terminal().style(),
                findingsText(),
                verbosity(),
                listUnmanaged,
                terminal().width());
    }

    private static Plan examine(Plan plan, Environment chosen) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return new PlanChecks(
                            new Compilation(engine, chosen.tenant()),
                            new EmbeddedRunner(engine, chosen.tenant(), false))
                    .examine(plan);
        }
    }

    private void refuse(Plan plan) {
        if (!plan.problems().isEmpty()) {
            throw new InvalidFiles(ErrorCode.PLAN_IMPOSSIBLE, plan.problems());
        }
        List<Problem> broken = plan.checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(Finding::isError)
                .map(Finding::toProblem)
                .toList();
        if (!broken.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, broken);
        }
        if (!plan.isApplicable()) {
            throw new UserError(
                    ErrorCode.TESTS_FAILED,
                    TestsText.failed(plan.checks().stream()
                                    .mapToInt(check -> check.failures().size())
                                    .sum())
                            + " of scripts that would be pushed",
                    "Nothing was changed on the server. Mend the scripts or their tests; mvn idp-scripts:test runs them alone.");
        }
    }
}
