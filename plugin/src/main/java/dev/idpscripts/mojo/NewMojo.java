package dev.idpscripts.mojo;

import dev.idpscripts.command.NewCommand;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import dev.idpscripts.mojo.base.Unlisted;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes a new script from a template of the files, or else of the server: fills the template's placeholders, checks that the result
 * compiles, and writes {@code scripts/<slug>.rhai}, its {@code .yaml} and a first test. Overwrites nothing.
 *
 * <p>Example: {@code mvn idp-scripts:new -Didp-scripts.template=iso-date -Didp-scripts.name="Contract end"
 * -Didp-scripts.value.attribute=contractEnd -Didp-scripts.value.separator=.}
 *
 * @since 0.1.0
 */
@Mojo(name = "new", requiresProject = false, aggregator = true, threadSafe = true)
public class NewMojo extends EnvironmentGoal {

    /**
     * The template: its name or its slug, such as {@code -Didp-scripts.template=iso-date}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.template")
    private String template;

    /**
     * What the new script is to be called, such as {@code -Didp-scripts.name="Contract end"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.name")
    private String name;

    /**
     * What the placeholders become: a YAML or JSON file, or the value itself if it begins with a brace, such as
     * {@code -Didp-scripts.values='{attribute: contractEnd}'}. One alone is {@code -Didp-scripts.value.attribute=contractEnd}, which wins.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.values")
    private String values;

    /**
     * Lets the server make a draft there from its template, such as {@code -Didp-scripts.onServer}. It fills no placeholder, and no file is
     * written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.onServer", defaultValue = "false")
    private boolean onServer;

    @Inject
    NewMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        NewCommand.Options options = new NewCommand.Options(
                RequiredOption.value("template", template, "a template of the files or of the server"),
                RequiredOption.value("name", name, "what the new script is to be called"),
                values,
                single(),
                onServer);
        return new NewCommand(session, options).run();
    }

    private Map<String, String> single() {
        Properties properties = mavenSession().getUserProperties();
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(Unlisted.VALUE))
                .collect(Collectors.toMap(key -> key.substring(Unlisted.VALUE.length()), properties::getProperty));
    }
}
