package dev.idpscripts.mojo;

import dev.idpscripts.command.CaptureCommand;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes a test case of a run that the server logged: what the script saw, and what it did, at the end of its
 * {@code <slug>.tests.yaml}; nothing else in that file changes. Secrets are masked, and values of the environment become placeholders again
 * where the script has them.
 *
 * <p>Example: {@code mvn idp-scripts:capture -Didp-scripts.log=5a0c1b2d-0000-0000-0000-000000000000 -Didp-scripts.name="no department"}
 *
 * @since 0.1.0
 */
@Mojo(name = "capture", requiresProject = false, aggregator = true, threadSafe = true)
public class CaptureMojo extends EnvironmentGoal {

    /**
     * The execution log's id, or the beginning of it, such as {@code -Didp-scripts.log=5a0c1b2d}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.log")
    private String log;

    /**
     * What the test is to be called, such as {@code -Didp-scripts.name="no department"}. Default: how, when and in which log it ran.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.name")
    private String name;

    @Inject
    CaptureMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        String given = RequiredOption.value("log", log, "an execution log by its id");
        return new CaptureCommand(session, given, RequiredOption.orNone(name)).run();
    }
}
