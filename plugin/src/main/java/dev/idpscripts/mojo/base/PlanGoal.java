package dev.idpscripts.mojo.base;

import dev.idpscripts.command.change.PlanReview;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.words.NoPlan;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that make plans from the files. */
public abstract class PlanGoal extends RepositoryGoal {

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
    private String maxDeletes;

    /**
     * Allows removals of this many percent of what is on the server in this run, whatever the environment says, such as
     * {@code -Didp-scripts.maxDeletePercent=50}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.maxDeletePercent")
    private String maxDeletePercent;

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

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    protected PlanGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected List<String> leaves() {
        return PlanReview.FILES;
    }

    @Override
    final boolean explained(RunResult result) {
        // A plan that was given stays as it is.
        if (result.error().isEmpty() || leaves().isEmpty()) {
            return false;
        }
        String name = Optional.ofNullable(environmentName()).orElse("");
        PlanReview.explain(
                outputs(),
                new NoPlan(
                        result.target().map(Target::environment).orElse(name),
                        result.target(),
                        result.error().get()));
        return true;
    }

    /** A session for the environment that was asked for, with the files of the commit that was asked for. */
    protected final Session openFiles() {
        return openAt("at", at);
    }

    /**
     * For a plan that was saved with its commit.
     *
     * @throws UserError if another was asked for
     */
    protected final void refuseCommit() {
        if (RequiredOption.is(at)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "both a saved plan and a commit were given, and a saved plan has its commit",
                    "Nothing was changed. Leave out -Didp-scripts.at, or plan that commit:\n  "
                            + GoalCommand.of("plan").with("at", at));
        }
    }

    /** What becomes of the plans of a session. */
    protected final PlanReview review(Session session) {
        return new PlanReview(
                session,
                new PlanReview.Options(
                        prune,
                        recreateWedged,
                        unmanaged,
                        NumberOption.parse("maxDeletes", maxDeletes, 0, Integer.MAX_VALUE),
                        NumberOption.parse("maxDeletePercent", maxDeletePercent, 0, 100),
                        Verbosity.of(quiet, verbose)));
    }
}
