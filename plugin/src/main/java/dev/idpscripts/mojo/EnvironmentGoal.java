package dev.idpscripts.mojo;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.GuardCheck;
import dev.idpscripts.plan.PlanOptions;
import dev.idpscripts.report.PlanJson;
import dev.idpscripts.report.PlanText;
import dev.idpscripts.report.ResultJson;
import dev.idpscripts.report.RunResult;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that compare the files with an environment's server. They end with {@code result.json}. */
abstract class EnvironmentGoal extends AbstractGoal {

    /**
     * Which environment: the name of a file in {@code environments/} without {@code .yaml}, such as
     * {@code -Didp-scripts.environment=production}. Needed if there is more than one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environment")
    private String environment;

    /**
     * Removes what this repository pushed and no file declares any more, such as {@code -Didp-scripts.prune}. Without it
     * nothing is removed but what stands in the way of a declared binding.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.prune", defaultValue = "false")
    private boolean prune;

    /**
     * Lists what is on the server and in no file, instead of only counting it, such as {@code -Didp-scripts.unmanaged}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.unmanaged", defaultValue = "false")
    private boolean unmanaged;

    /**
     * This repository's id, by which it knows again what it pushed, such as
     * {@code -Didp-scripts.repository=acme-identity}. Letters, digits and {@code . _ : / -}. Default: group and artifact id of
     * the POM, or without a POM the folder's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.repository")
    private String repository;

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

    private final SettingsDecrypter decrypter;

    private final AtomicInteger requests = new AtomicInteger();
    private Optional<Target> target = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Applied> applied = Optional.empty();

    EnvironmentGoal(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Does the goal's work on files and server that are ready. */
    abstract Outcome work(Planning planning, Environment environment);

    @Override
    final void run() {
        Environment chosen = new Environments(directory()).choose(environment);
        target = Optional.of(Target.of(chosen));
        Declarations files = new Workspace(directory()).read(chosen);
        Connector connector = new Connector(session(), decrypter, getLog(), requests, buildContext());
        try (Connection open = connector.connect(chosen, sandboxPlace())) {
            Outcome outcome = work(planning(files, chosen, open), chosen);
            writeResult(outcome, Optional.empty());
            getLog().info(requests + " requests to the server.");
        }
    }

    private Planning planning(Declarations files, Environment chosen, Connection open) {
        PlanOptions options =
                new PlanOptions(Target.of(chosen), RepositoryId.of(repository, session(), directory()), prune);
        VersionCache cache = new VersionCache(
                open.cacheName().map(name -> outputs().resolve("versions").resolve(name)));
        return new Planning(files, open.server(), cache, options);
    }

    private Optional<Path> sandboxPlace() {
        if (sandboxEphemeral) {
            return Optional.empty();
        }
        return Optional.of(sandboxDirectory == null ? outputs().resolve("sandbox") : sandboxDirectory.toPath());
    }

    /** Makes the plan, shows it, writes it, and refuses it if it cannot or must not be applied. */
    final Plan plan(Planning planning, Environment chosen) {
        Plan made = planning.plan();
        plan = Optional.of(made);
        terminal().print(new PlanText(terminal().style(), unmanaged).render(made));
        outputs().write("plan.json", PlanJson.render(made));
        if (!made.isApplicable()) {
            throw new InvalidFiles(ErrorCode.PLAN_IMPOSSIBLE, made.problems());
        }
        GuardCheck.check(made, guards(chosen.guards()));
        return made;
    }

    private Guards guards(Guards inFile) {
        return new Guards(
                maxDeletes == null ? inFile.maxDeletes() : OptionalInt.of(maxDeletes),
                maxDeletePercent == null ? inFile.maxDeletePercent() : OptionalInt.of(maxDeletePercent),
                inFile.requireSavedPlan());
    }

    final void applied(Applied result) {
        applied = Optional.of(result);
    }

    final void print(List<String> lines) {
        terminal().print(lines);
    }

    @Override
    final void failed(IdpScriptsException e) {
        writeResult(e.code().outcome(), Optional.of(e));
    }

    private void writeResult(Outcome outcome, Optional<IdpScriptsException> error) {
        RunResult result = new RunResult(execution().getGoal(), outcome, target, requests.get(), plan, applied, error);
        outputs().write("result.json", ResultJson.render(result));
    }
}
