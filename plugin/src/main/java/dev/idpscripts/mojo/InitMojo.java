package dev.idpscripts.mojo;

import dev.idpscripts.workspace.Scaffold;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Starts a new repository that works at once, on the embedded server: a POM, an environment, a script, a binding and a
 * template. Files that exist are never overwritten.
 *
 * <p>Example: {@code mvn dev.idpscripts:idp-scripts-maven-plugin:0.1.0-SNAPSHOT:init -Didp-scripts.directory=identity}
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public class InitMojo extends AbstractGoal {

    @Override
    void run() {
        PluginDescriptor plugin = execution().getMojoDescriptor().getPluginDescriptor();
        Path directory = directory();
        new Scaffold(directory)
                .write(Map.of("name", directory.getFileName().toString(), "version", plugin.getVersion()))
                .forEach(file -> getLog().info("  " + file));
        getLog().info("A new repository is in " + directory + ".");
        getLog().info("Next: mvn idp-scripts:plan there shows what would be pushed; mvn idp-scripts:apply pushes it.");
    }
}
