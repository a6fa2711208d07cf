package dev.idpscripts.mojo;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.workspace.Environments;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
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

    private static final String TOKEN = "idp-scripts.sandbox.token";

    /**
     * The port on 127.0.0.1, such as {@code -Didp-scripts.sandbox.port=8080}; 0 takes any that is free.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.sandbox.port", defaultValue = "0")
    private int port;

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
    Outcome run() {
        Optional<Environment> chosen = environment();
        chosen.map(Target::of).ifPresent(notes()::target);
        UUID tenant = chosen.map(Environment::tenant).orElse(Environment.SYSTEM_TENANT);
        List<String> connectors = chosen.map(Environment::sandboxConnectors).orElse(List.of());
        Path place = sandboxDirectory == null ? outputs().resolve("sandbox") : sandboxDirectory.toPath();
        String token = session().getUserProperties().getProperty(TOKEN, SandboxOptions.randomToken());
        Sandbox sandbox = Sandbox.start(new SandboxOptions(
                port,
                ephemeral ? Optional.empty() : Optional.of(place),
                token,
                tenant,
                connectors,
                Optional.ofNullable(faults).map(File::toPath)));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "idp-scripts sandbox ends"));
        notes().detail(ResultDetail.server(sandbox.url().toString(), sandbox.tenant()));
        ended(Outcome.NO_CHANGES, Optional.empty());
        announce(sandbox);
        waitForEver();
        return Outcome.NO_CHANGES;
    }

    private Optional<Environment> environment() {
        return ephemeral || !Files.isDirectory(directory().resolve("environments"))
                ? Optional.empty()
                : Optional.of(new Environments(directory()).choose(environment))
                        .filter(e -> e.url().isEmpty());
    }

    /** Not through the log, which has prefixes and can be silenced: whoever starts this waits for the line. */
    @SuppressWarnings("SystemOut")
    private static void announce(Sandbox sandbox) {
        System.out.println("idp-scripts sandbox ready: " + sandbox.url() + " tenant " + sandbox.tenant() + " token "
                + sandbox.token());
        System.out.flush();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
