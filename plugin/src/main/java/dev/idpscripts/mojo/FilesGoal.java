package dev.idpscripts.mojo;

import dev.idpscripts.command.CiOutputs;
import dev.idpscripts.command.Connection;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.mojo.maven.ServerConnector;
import dev.idpscripts.report.ci.CiLines;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.text.FilesText;
import dev.idpscripts.workspace.Environments;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that read the files for an environment. They end with {@code result.json}. */
abstract class FilesGoal extends AbstractGoal {

    /**
     * Which environment: the name of a file in {@code environments/} without {@code .yaml}, such as
     * {@code -Didp-scripts.environment=production}. Needed if there is more than one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environment")
    private String environment;

    /**
     * Where the embedded server keeps its data, such as {@code -Didp-scripts.sandbox.directory=/tmp/idp}. Default:
     * {@code sandbox} in the output directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.directory")
    private File sandboxDirectory;

    /**
     * Lets the embedded server start with nothing and forget everything, such as {@code -Didp-scripts.sandbox.ephemeral}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.ephemeral", defaultValue = "false")
    private boolean sandboxEphemeral;

    /**
     * Rehearses trouble: a file that says at which requests the embedded server goes wrong and how, such as
     * {@code -Didp-scripts.sandbox.faults=faults.yaml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.faults")
    private File sandboxFaults;

    /**
     * Hands results on to later steps of a pipeline: {@code -Didp-scripts.ci=github} writes to the files that {@code GITHUB_OUTPUT} and
     * {@code GITHUB_STEP_SUMMARY} name, {@code -Didp-scripts.ci=gitlab} writes {@code plan.env}, a dotenv report.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.ci", defaultValue = "none")
    private String ci;

    private final SettingsDecrypter decrypter;

    FilesGoal(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Does the goal's work. */
    abstract Outcome work(Environment chosen);

    /** The environment that was asked for; null or blank if none was. */
    String environmentName() {
        return environment;
    }

    /** Whether the goal works for an environment. */
    boolean needsEnvironment() {
        return true;
    }

    /** Does the work of a goal that needs no environment. */
    Outcome runWithoutEnvironment() {
        throw new IllegalStateException("this goal needs an environment");
    }

    @Override
    final Outcome run() {
        ciOutputs().check();
        if (!needsEnvironment()) {
            return runWithoutEnvironment();
        }
        Environment chosen = new Environments(directory()).choose(environmentName());
        notes().target(Target.of(chosen));
        Outcome outcome = work(chosen);
        int requests = notes().requests().get();
        if (requests > 0) {
            getLog().info(requests == 1 ? "1 request to the server." : requests + " requests to the server.");
        }
        return outcome;
    }

    /** Opens the way to the environment's server, or starts the embedded one. */
    final Connection connect(Environment chosen) {
        return connector()
                .connect(
                        chosen,
                        sandboxPlace(),
                        Optional.ofNullable(sandboxFaults).map(File::toPath));
    }

    final ServerConnector connector() {
        return new ServerConnector(session(), decrypter, getLog(), notes().requests(), buildContext());
    }

    private Optional<Path> sandboxPlace() {
        if (sandboxEphemeral) {
            return Optional.empty();
        }
        return Optional.of(sandboxDirectory == null ? outputs().resolve("sandbox") : sandboxDirectory.toPath());
    }

    /** For {@code result.json}. */
    final void planned(Plan made) {
        notes().plan(Optional.of(made));
    }

    /** For {@code result.json}. */
    final void applied(ApplyResult result) {
        notes().applied(result);
    }

    /** For {@code result.json}. */
    final void count(String what, int n) {
        notes().count(what, n);
    }

    /** Shows files that were written, and tells them in {@code result.json}. */
    final void wrote(List<FileChange> files) {
        notes().files(files);
        terminal().say(new FilesText(terminal().style()).render(files));
    }

    /** The same for files that were not there before. */
    final void created(List<String> files) {
        wrote(files.stream()
                .map(file -> new FileChange(file, FileState.CREATED))
                .toList());
    }

    final void print(List<String> lines) {
        terminal().print(lines);
    }

    @Override
    final void handOn(RunResult result) {
        ciOutputs().write(CiLines.of(result), result.plan().isPresent());
    }

    private CiOutputs ciOutputs() {
        return new CiOutputs(ci, System.getenv(), outputs());
    }
}
