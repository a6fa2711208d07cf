package dev.idpscripts.mojo;

import dev.idpscripts.command.option.Choice;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.create.Scaffold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Starts a new repository that works at once, on the embedded server: a POM, an environment, a script, a binding and a
 * template. Or, with {@code from=server}, one that holds everything that is on a server. Files that exist are never overwritten.
 *
 * <p>Example: {@code mvn dev.idpscripts:idp-scripts-maven-plugin:0.1.0-SNAPSHOT:init -Didp-scripts.directory=identity}
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public class InitMojo extends PullGoal {

    private static final String EXAMPLE = "example";

    /**
     * What the repository begins with: {@code example}, or everything that is on the server that the folder's only file, an
     * environment's, names: {@code -Didp-scripts.from=server}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from", defaultValue = EXAMPLE)
    private String from;

    @Inject
    InitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    boolean needsEnvironment() {
        return !EXAMPLE.equals(from);
    }

    /** Asked before anything is read. */
    @Override
    String environmentName() {
        Choice.of("from", from, EXAMPLE, "server");
        if (!Files.isDirectory(directory().resolve("environments"))) {
            throw new UserError(
                    ErrorCode.ENVIRONMENT_UNKNOWN,
                    "nothing in " + directory() + " says which server to read: there is no folder environments",
                    "Write environments/production.yaml with two lines, url: https://… and tenant: …, and run this again.");
        }
        return super.environmentName();
    }

    @Override
    Outcome runWithoutEnvironment() {
        write(new Scaffold(directory()), "sandbox");
        say("A new repository is in " + directory() + ".");
        say("Next: mvn idp-scripts:plan there shows what would be pushed.");
        say("Then: mvn idp-scripts:apply pushes it.");
        return Outcome.APPLIED;
    }

    @Override
    Outcome work(Environment chosen) {
        Scaffold frame = new Scaffold(directory()).withoutExample();
        frame.refuseIfInTheWay();
        Outcome outcome = pull(chosen, false);
        write(frame, chosen.name());
        say("A new repository is in " + directory() + ".");
        say("Next: mvn idp-scripts:plan there finds no changes; commit the files.");
        return outcome;
    }

    private void write(Scaffold scaffold, String environment) {
        PluginDescriptor plugin = execution().getMojoDescriptor().getPluginDescriptor();
        Path directory = directory();
        Map<String, String> values = Map.of(
                "name", directory.getFileName().toString(), "version", plugin.getVersion(), "environment", environment);
        created(scaffold.write(values));
    }
}
