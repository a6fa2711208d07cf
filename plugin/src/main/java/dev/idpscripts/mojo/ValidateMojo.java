package dev.idpscripts.mojo;

import dev.idpscripts.command.ValidateCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Examines the files without a server: form, references, limits, and every script with the real compiler. Tells all errors at once, and
 * warns of what compiles and fails later. Writes {@code validate.sarif} and {@code result.json}.
 *
 * <p>Example: {@code mvn idp-scripts:validate}
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", requiresProject = false, aggregator = true, threadSafe = true)
public class ValidateMojo extends EnvironmentGoal {

    /**
     * Asks the server's compiler too, such as {@code -Didp-scripts.remote}. Nothing is changed or run there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.remote", defaultValue = "false")
    private boolean remote;

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    @Inject
    ValidateMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected List<String> leaves() {
        return ValidateCommand.FILES;
    }

    @Override
    protected Outcome run() {
        return new ValidateCommand(openAt("at", at), remote).run();
    }
}
