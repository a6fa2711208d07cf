package dev.idpscripts.mojo;

import dev.idpscripts.command.InitCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.RepositoryGoal;
import javax.inject.Inject;
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
public class InitMojo extends RepositoryGoal {

    /**
     * What the repository begins with: {@code example}, or everything that is on the server that the folder's only file, an
     * environment's, names: {@code -Didp-scripts.from=server}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from", defaultValue = "example")
    private String from;

    /**
     * The group id of the new POM, such as {@code -Didp-scripts.groupId=com.acme}. With the artifact id it is the repository's id. Default:
     * {@code com.example}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.groupId")
    private String groupId;

    /**
     * The artifact id of the new POM, such as {@code -Didp-scripts.artifactId=identity-scripts}. Default: the folder's name, made fit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.artifactId")
    private String artifactId;

    @Inject
    InitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        InitCommand.From beginning = Choice.parse("from", from, InitCommand.From.class);
        InitCommand.Coordinates coordinates = new InitCommand.Coordinates(groupId, artifactId);
        return new InitCommand(directory(), coordinates, pluginVersion(), terminal(), notes())
                .run(beginning, this::open);
    }
}
