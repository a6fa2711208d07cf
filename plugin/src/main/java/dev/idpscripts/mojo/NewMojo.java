package dev.idpscripts.mojo;

import dev.idpscripts.check.FirstRun;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.ServerTemplates;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.workspace.create.NewScript;
import dev.idpscripts.workspace.create.TemplateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public class NewMojo extends FilesGoal {

    private static final String VALUE = "idp-scripts.value.";

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
    Outcome work(Environment chosen) {
        String from = RequiredOption.of("template", template, "a template of the files or of the server");
        String called = RequiredOption.of("name", name, "what the new script is to be called");
        return onServer ? instantiate(chosen, from, called) : write(chosen, from, called);
    }

    private Outcome write(Environment chosen, String from, String called) {
        NewScript fresh = new NewScript(directory(), chosen, called);
        TemplateSource source = TemplateSource.find(directory(), chosen, from).orElseGet(() -> ofServer(chosen, from));
        Script script = fresh.from(source, values, single());
        List<String> files = fresh.write(script, run(chosen, script, source));
        created(files);
        say("Script " + called + " is made from template " + source.name() + " (" + source.place()
                + "). Its first test expects what it does with nothing: add the ones that matter.");
        return Outcome.APPLIED;
    }

    private Map<String, String> single() {
        var properties = session().getUserProperties();
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(VALUE))
                .collect(Collectors.toMap(key -> key.substring(VALUE.length()), properties::getProperty));
    }

    private static RunOutcome run(Environment chosen, Script script, TemplateSource source) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return FirstRun.of(engine, chosen, script, source.name(), NewScript.NOTHING);
        }
    }

    private TemplateSource ofServer(Environment chosen, String from) {
        try (Connection open = connect(chosen)) {
            return TemplateSource.of(onServer(open, chosen).named(from));
        }
    }

    private ServerTemplates onServer(Connection open, Environment chosen) {
        return new ServerTemplates(open.server(), TemplateSource.known(directory(), chosen));
    }

    private Outcome instantiate(Environment chosen, String from, String script) {
        if (values != null || !single().isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "values were given, but the server fills no placeholder",
                    "Leave out -Didp-scripts.onServer, so that they are filled into files; apply pushes those.");
        }
        try (Connection open = connect(chosen)) {
            // Only the files know slugs.
            String called = TemplateSource.find(directory(), chosen, from)
                    .map(TemplateSource::name)
                    .orElse(from);
            StoredTemplate source = onServer(open, chosen).named(called);
            StoredScript made = open.server()
                    .templates()
                    .instantiate(source.id(), source.name(), script, Optional.ofNullable(source.description()));
            notes().detail(ResultDetail.made(ObjectAddress.script(made.name()), made.id()));
            say("The server made the draft " + made.name() + " (" + made.id() + ") from template " + source.name()
                    + ". Its placeholders stand in it as they are: the server fills nothing.");
            say("No file was written; a plan will call it unmanaged.");
            return Outcome.APPLIED;
        }
    }
}
