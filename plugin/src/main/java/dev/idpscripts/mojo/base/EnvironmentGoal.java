package dev.idpscripts.mojo.base;

import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.CiOutputs;
import dev.idpscripts.command.session.LocalFolder;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.mojo.maven.ServerConnector;
import dev.idpscripts.report.ci.CiLines;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.style.LogLine;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.file.GitRoot;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.git.CommitFiles;
import dev.idpscripts.workspace.git.FilesCommit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that work for one environment: which, its embedded server, and what CI is told. */
public abstract class EnvironmentGoal extends AbstractGoal {

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
     * {@code GITHUB_STEP_SUMMARY} name, and prints what is wrong in the files as annotations; {@code -Didp-scripts.ci=gitlab} writes {@code plan.env}, a dotenv report.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.ci", defaultValue = "none")
    private String ci;

    private final SettingsDecrypter decrypter;
    private Waits waits = Waits.saying(line -> getLog().info(LogLine.of(line, false)));
    private Optional<CiOutputs> laterSteps = Optional.empty();

    /** Where a commit was asked for. */
    private Optional<CommitFiles> past = Optional.empty();

    /** As soon as it is ready. */
    private Optional<LocalFolder> local = Optional.empty();

    protected EnvironmentGoal(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Asks a server that is busy again at once, for tests. */
    public final void hurry() {
        waits = new Waits(waits.budget(), time -> {}, waits.say());
    }

    /** A session for the environment that was asked for. */
    protected final Session open() {
        return open(environment);
    }

    /**
     * The same for the files of a commit.
     *
     * @param option that named it
     * @param commit null or blank for the files that lie there
     */
    protected final Session openAt(String option, String commit) {
        past = RequiredOption.orNone(commit).map(name -> CommitFiles.of(directory(), option, name));
        return open();
    }

    @Override
    final SourceTree tree() {
        return new SourceTree(directory(), past.map(files -> files));
    }

    /** A session for the environment that was asked for, or else for this one. */
    protected final Session openOr(String otherwise) {
        return open(environment == null || environment.isBlank() ? otherwise : environment);
    }

    /**
     * A session for an environment.
     *
     * @param name null or blank for the only one there is
     */
    protected final Session open(String name) {
        return session(name).announced();
    }

    /**
     * The same environment with the files of a commit, where a first look at the server named it.
     *
     * @param announced said already where it belongs
     * @param option that the commit comes from
     */
    protected final Session at(Session announced, String option, String commit) {
        past = Optional.of(CommitFiles.of(directory(), option, commit));
        return session(announced.environment().name());
    }

    private Session session(String name) {
        Environment now = new Environments(directory()).choose(name);
        Environment chosen = past.flatMap(files -> new Environments(tree()).find(now.name()))
                .map(now::declaring)
                .orElse(now);
        notes().target(Target.of(chosen));
        return new Session(
                tree(),
                chosen,
                this::repositoryId,
                pluginVersion(),
                terminal(),
                outputs(),
                notes(),
                servers(),
                commands().again(),
                past.map(CommitFiles::commit).orElseGet(() -> FilesCommit.of(directory())));
    }

    /** The environment that was asked for; null or blank if none was. */
    protected final String environmentName() {
        return environment;
    }

    /** This repository's id; empty for a goal that knows none. */
    String repositoryId() {
        return "";
    }

    private ServerConnector servers() {
        return new ServerConnector(
                mavenSession(),
                decrypter,
                getLog(),
                notes().requests(),
                buildContext(),
                () -> local().versions(),
                this::sandbox,
                waits,
                secrets());
    }

    private SandboxOptions sandbox(Environment of) {
        return new SandboxOptions(
                0,
                sandboxPlace(),
                SandboxOptions.randomToken(),
                of.tenant(),
                of.sandboxConnectors(),
                Optional.ofNullable(sandboxFaults).map(File::toPath));
    }

    /** Made only where there is a repository. */
    final LocalFolder local() {
        if (local.isEmpty() && Files.isDirectory(directory())) {
            local = Optional.of(LocalFolder.of(directory()).ready(outputs()));
        }
        return local.orElseGet(() -> LocalFolder.of(directory()));
    }

    private Optional<Path> sandboxPlace() {
        if (sandboxEphemeral) {
            return Optional.empty();
        }
        return Optional.of(sandboxDirectory == null ? outputs().resolve("sandbox") : sandboxDirectory.toPath());
    }

    @Override
    final void prepare() {
        outputs().refuseUnwritable();
        CiOutputs.Server server = Choice.parse("ci", ci, CiOutputs.Server.class);
        CiOutputs outputs = new CiOutputs(server, System.getenv(), outputs());
        outputs.begin();
        laterSteps = Optional.of(outputs);
    }

    @Override
    final void handOn(RunResult result) {
        boolean told = result.plan().isPresent() || explained(result);
        laterSteps.ifPresent(steps -> {
            terminal()
                    .command(steps.annotations(result, GitRoot.paths(directory())).stream()
                            .map(secrets()::hide)
                            .toList());
            steps.write(CiLines.lines(result), told);
        });
    }

    /** Explains a run that made no plan where people look for one; whether it did. */
    boolean explained(RunResult result) {
        return false;
    }
}
