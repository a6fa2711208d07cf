package dev.idpscripts.mojo;

import dev.idpscripts.command.TestCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the scripts' tests ({@code <slug>.tests.yaml}) in the embedded engine; no server, no network. Writes
 * {@code TEST-idp-scripts.xml} in JUnit's form, {@code coverage.info} in LCOV's, and {@code result.json}.
 *
 * <p>A test that expects nothing is recorded in {@code <slug>.tests.snap} the first time and compared with that from then on.
 *
 * <p>Example: {@code mvn idp-scripts:test -Didp-scripts.script="Login name"}
 *
 * @since 0.1.0
 */
@Mojo(name = "test", requiresProject = false, aggregator = true, threadSafe = true)
public class TestMojo extends EnvironmentGoal {

    /**
     * Only these scripts: names, slugs or files, separated by commas, {@code *} for any characters, such as
     * {@code -Didp-scripts.script=login-name,contact/*}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Only tests whose name contains this, in any case, such as {@code -Didp-scripts.test=umlaut}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.test")
    private String test;

    /**
     * Rewrites the expectations that fail, and what was recorded, to what came out, such as {@code -Didp-scripts.update}. Shows the
     * differences first; look at them, and at the change in the files, before you commit it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.update", defaultValue = "false")
    private boolean update;

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    @Inject
    TestMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected List<String> leaves() {
        return TestCommand.FILES;
    }

    @Override
    protected Outcome run() {
        return new TestCommand(openAt("at", at), new TestCommand.Options(script, test, update)).run();
    }
}
