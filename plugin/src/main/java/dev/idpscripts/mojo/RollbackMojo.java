package dev.idpscripts.mojo;

import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.command.RollbackCommand;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.command.option.RollbackAim;
import dev.idpscripts.command.release.ReleaseAim;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.RepositoryGoal;
import dev.idpscripts.report.style.Verbosity;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lets scripts go back to an older version, for an emergency: by number, by commit, by steps; or takes back everything that an apply
 * did, or everything since a release. Shows it as a plan, compiles the old bodies, and has the server copy them into new versions. Files are not changed.
 *
 * <p>Example: {@code mvn idp-scripts:rollback -Didp-scripts.script=login-name -Didp-scripts.reason="logins fail"}
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, aggregator = true, threadSafe = true)
public class RollbackMojo extends RepositoryGoal {

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
    private String toVersion;

    /**
     * With {@code script}: goes back to the newest version that was pushed from this commit, seven digits or more, such as
     * {@code -Didp-scripts.toCommit=1f2e3d4}. Without it: goes back to everything as this commit declared it, with bindings, order, statuses,
     * templates and names; what later commits made goes. The commit may be a tag or {@code HEAD~3} then.
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
     * Goes back to everything as a release declared it: {@code previous} for the one before the current one, or its commit, seven digits or
     * more, such as {@code -Didp-scripts.toRelease=previous}. The goal {@code releases} lists them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.toRelease")
    private String toRelease;

    /**
     * Goes back so many versions, such as {@code -Didp-scripts.steps=2}. Default: one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.steps")
    private String steps;

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
     * The journal in which an apply is found and the rollback is noted, such as
     * {@code -Didp-scripts.journal=/cache/journal.jsonl}. Default: {@code .idp-scripts/local/journal.jsonl} in the repository.
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
    protected List<String> leaves() {
        return RollbackCommand.FILES;
    }

    @Override
    protected Outcome run() {
        RollbackAim aim = new RollbackAim(
                NumberOption.parse("toVersion", toVersion),
                toCommit,
                toApply,
                toRelease,
                NumberOption.parse("steps", steps));
        RollbackLabel label =
                new RollbackLabel(System.getProperty("user.name", "somebody"), reason == null ? "" : reason);
        RollbackCommand.Options options = new RollbackCommand.Options(
                aim,
                script,
                label,
                dryRun,
                overwriteDrift,
                NumberOption.parse("maxDeletes", maxDeletes, 0, Integer.MAX_VALUE),
                NumberOption.parse("maxDeletePercent", maxDeletePercent, 0, 100),
                journal(journal),
                Verbosity.of(false, verbose));
        return new RollbackCommand(session(aim), options).run();
    }

    private Session session(RollbackAim aim) {
        Optional<String> release = aim.release(script);
        if (release.isEmpty()) {
            return openAt("toCommit", aim.commitOfAll(script));
        }
        Session now = open();
        Session then = at(now, "toRelease", new ReleaseAim(now, release.get()).commit());
        // Once it went back, another one is the previous release.
        return then.again(then.again()
                .without("toRelease")
                .with("toCommit", then.metadata().commit()));
    }
}
