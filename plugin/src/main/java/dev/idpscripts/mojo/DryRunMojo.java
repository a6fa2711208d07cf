package dev.idpscripts.mojo;

import dev.idpscripts.command.DryRunCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs one script once, and shows what it did to the attributes, what it put out and logged, and what that cost. Here, in the embedded
 * engine, or on the server; the body in the files, or a version that the server has. Fails if the script fails.
 *
 * <p>Example: {@code mvn idp-scripts:dry-run -Didp-scripts.script=login-name -Didp-scripts.context='{attributes: {sn: Müller}}'}
 *
 * @since 0.1.0
 */
@Mojo(name = "dry-run", requiresProject = false, aggregator = true, threadSafe = true)
public class DryRunMojo extends EnvironmentGoal {

    /**
     * The script: its name, its slug, or a file, which need not be in {@code scripts/}, such as
     * {@code -Didp-scripts.script=login-name}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * What it sees: a YAML or JSON file, or the value itself if it begins with a brace, such as
     * {@code -Didp-scripts.context=joiner.yaml}. Default: nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.context")
    private String context;

    /**
     * Takes the context of this test of the script instead, such as {@code -Didp-scripts.test="the next free number"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.test")
    private String test;

    /**
     * Where it runs: {@code embedded}, or {@code server}, such as {@code -Didp-scripts.on=server}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.on", defaultValue = "embedded")
    private String on;

    /**
     * Runs this version from the server instead of the body in the files, such as {@code -Didp-scripts.version=3}. On the server this
     * leaves an execution log with the whole context.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.version")
    private String version;

    @Inject
    DryRunMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** The version of the plugin is no script's: POMs have a property of this name for it. */
    private Integer version() {
        return pluginVersion().equals(version) ? null : NumberOption.parse("version", version, 1, Integer.MAX_VALUE);
    }

    @Override
    protected Outcome run() {
        DryRunCommand.Options options = new DryRunCommand.Options(
                script,
                context,
                test,
                Choice.parse("on", on, DryRunCommand.Place.class),
                Optional.ofNullable(version()));
        return new DryRunCommand(open(), options).run();
    }
}
