package dev.idpscripts.mojo;

import dev.idpscripts.command.SandboxCommand;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.AbstractGoal;
import dev.idpscripts.mojo.base.Unlisted;
import dev.idpscripts.sandbox.SandboxOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the embedded server until it is stopped with Ctrl-C, for other clients to use. It prints one line when it answers:
 * {@code idp-scripts sandbox ready: <url> tenant <uuid> token <token>}. The token is random, unless
 * {@code -Didp-scripts.sandbox.token=TOKEN} gives one; it is taken from there and not from the POM, so that no token is ever
 * written down.
 *
 * <p>Example: {@code mvn idp-scripts:sandbox -Didp-scripts.sandbox.port=8080 -Didp-scripts.sandbox.ephemeral}
 *
 * @since 0.1.0
 */
@Mojo(name = "sandbox", requiresProject = false, aggregator = true, threadSafe = true)
public class SandboxMojo extends AbstractGoal {

    /**
     * The port on 127.0.0.1, such as {@code -Didp-scripts.sandbox.port=8080}; 0 takes any that is free.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.port", defaultValue = "0")
    private String port;

    /**
     * Where it keeps its data, such as {@code -Didp-scripts.sandbox.directory=/tmp/idp}. Default: {@code sandbox} in the
     * output directory, where plan and apply have it too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.directory")
    private File sandboxDirectory;

    /**
     * Starts with nothing and forgets everything, such as {@code -Didp-scripts.sandbox.ephemeral}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.ephemeral", defaultValue = "false")
    private boolean ephemeral;

    /**
     * Rehearses trouble: a file that says at which requests it goes wrong and how, such as
     * {@code -Didp-scripts.sandbox.faults=faults.yaml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.faults")
    private File faults;

    /**
     * The environment whose tenant and connectors it starts with, such as {@code -Didp-scripts.environment=sandbox}. Without
     * {@code environments/}, or if ephemeral, it starts with the system tenant and no connector.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environment")
    private String environment;

    @Override
    protected Outcome run() {
        Path place = sandboxDirectory == null ? outputs().resolve("sandbox") : sandboxDirectory.toPath();
        SandboxCommand.Options options = new SandboxCommand.Options(
                directory(),
                environment,
                NumberOption.parse("sandbox.port", port, 0, 65_535),
                ephemeral ? Optional.empty() : Optional.of(place),
                mavenSession().getUserProperties().getProperty(Unlisted.SANDBOX_TOKEN, SandboxOptions.randomToken()),
                Optional.ofNullable(faults).map(File::toPath));
        return new SandboxCommand(options, terminal(), notes(), () -> ended(Outcome.NO_CHANGES, Optional.empty()))
                .run();
    }
}
