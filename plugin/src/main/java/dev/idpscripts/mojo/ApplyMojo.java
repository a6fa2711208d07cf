package dev.idpscripts.mojo;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.command.ApplyCommand;
import dev.idpscripts.command.change.SavedPlanFile;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.PlanGoal;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes an environment's server hold what the files declare: plans, carries out the plan, and reads the server again to see
 * that nothing is left to do. Writes {@code plan.json} and {@code result.json}.
 *
 * <p>Example: {@code mvn idp-scripts:apply -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "apply", requiresProject = false, aggregator = true, threadSafe = true)
public class ApplyMojo extends PlanGoal {

    /**
     * What is written beside each version that is pushed, in place of the commit's subject, such as
     * {@code -Didp-scripts.message="CHG-1234: new mail domain"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.message")
    private String message;

    /**
     * Who examines each body before anything is written: {@code embedded}, the engine in the plugin; {@code server}, which runs the
     * tests there without a trace; or {@code both}, such as {@code -Didp-scripts.checks=embedded}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.checks", defaultValue = "both")
    private String checks;

    /**
     * Undoes what somebody did on the server: all of it, {@code -Didp-scripts.overwriteDrift}, or only what concerns some scripts,
     * templates or connectors, {@code -Didp-scripts.overwriteDrift="Login name,HR feed"}. Without it such a plan is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.overwriteDrift", defaultValue = "false")
    private String overwriteDrift;

    /**
     * Carries out exactly the plan that was saved in this file, such as
     * {@code -Didp-scripts.plan=target/idp-scripts/plan.json}. What is done already is skipped; if the server changed since, or the
     * plan was made for another environment or edited, it is refused. The files are not read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.plan")
    private File plan;

    /**
     * What to do when a change fails: {@code rollback} undoes what this run did, {@code stop} leaves it and begins nothing further,
     * {@code continue} goes on with what does not depend on it, such as {@code -Didp-scripts.onFailure=stop}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.onFailure", defaultValue = "rollback")
    private String onFailure;

    /**
     * Where each write is noted before and after it is sent, such as {@code -Didp-scripts.journal=/cache/journal.jsonl}. Default:
     * {@code .idp-scripts/local/journal.jsonl} in the repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.journal")
    private File journal;

    @Inject
    ApplyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** A saved plan may be in the very folder, and what shows it is still right. */
    @Override
    protected List<String> leaves() {
        return plan == null ? super.leaves() : List.of();
    }

    @Override
    protected Outcome run() {
        Optional<SavedPlanFile> saved =
                Optional.ofNullable(plan).map(File::toPath).map(SavedPlanFile::read);
        ApplyCommand.Options options = new ApplyCommand.Options(
                saved,
                Optional.ofNullable(message).filter(RequiredOption::is),
                Choice.parse("checks", checks, ApplyCommand.Checks.class),
                overwriteDrift,
                Choice.parse("onFailure", onFailure, OnFailure.class),
                journal(journal));
        if (saved.isPresent()) {
            refuseCommit();
        }
        Session session = saved.map(file -> openOr(file.plan().plan().target().environment()))
                .orElseGet(this::openFiles);
        return new ApplyCommand(session, review(session), options).run();
    }
}
