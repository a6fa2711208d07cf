package dev.idpscripts.mojo;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.check.Trials;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.StoredBody;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.DryRunReport;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.DryRunText;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.workspace.select.SingleScript;
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
public class DryRunMojo extends FilesGoal {

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
    private Integer version;

    @Inject
    DryRunMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        boolean onServer = Choice.of("on", on, "embedded", "server").equals("server");
        SingleScript single = new SingleScript(directory(), chosen);
        Script found = single.find(script);
        JsonValue input = single.context(found, context, test);
        DryRunReport trial = onServer || version != null
                ? withServer(chosen, found, input, onServer)
                : Trials.of(
                        found,
                        "the file " + found.source().file() + " in the embedded engine",
                        input,
                        embedded(chosen, found, input));
        // Lines of a version that only the server has are not in the file.
        FindingsText places = version == null
                ? findingsText()
                : new FindingsText(
                        terminal().style(), origin -> trial.script().source().line(origin.line()));
        notes().detail(ResultDetail.run(trial));
        terminal().say(new DryRunText(terminal().style(), places).render(trial));
        trial.seen().failure().ifPresent(failure -> {
            throw new UserError(ErrorCode.SCRIPT_FAILED, "the script failed: " + failure.text(), "");
        });
        return Outcome.NO_CHANGES;
    }

    private static RunOutcome embedded(Environment chosen, Script script, JsonValue input) {
        try (RhaiEngine engine = new RhaiEngine()) {
            return new EmbeddedRunner(engine, chosen.tenant(), false).run(script.body(), input);
        }
    }

    private DryRunReport withServer(Environment chosen, Script script, JsonValue input, boolean onServer) {
        try (Connection open = connect(chosen)) {
            if (version == null) {
                RunOutcome seen = new ServerRunner(open.server().testing()).run(script.body(), input);
                return Trials.of(script, "the file " + script.source().file() + " on the server", input, seen);
            }
            StoredBody stored = StoredBody.of(open.server(), script, version);
            return onServer
                    ? Trials.of(
                            stored.script(),
                            stored.label() + " on the server; it left an execution log there",
                            input,
                            stored.run(open.server(), input))
                    : Trials.of(
                            stored.script(),
                            stored.label() + " in the embedded engine",
                            input,
                            embedded(chosen, stored.script(), input));
        }
    }
}
