package dev.idpscripts.mojo;

import dev.idpscripts.check.ServerCompilation;
import dev.idpscripts.check.Validator;
import dev.idpscripts.command.Connection;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.report.ci.Sarif;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.util.ArrayList;
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
public class ValidateMojo extends FilesGoal {

    /**
     * Asks the server's compiler too, such as {@code -Didp-scripts.remote}. Nothing is changed or run there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.remote", defaultValue = "false")
    private boolean remote;

    @Inject
    ValidateMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        Workspace.Reading reading = new Workspace(directory()).look(chosen);
        List<Finding> findings = new ArrayList<>(examine(chosen, reading));
        if (remote) {
            findings.addAll(onServer(chosen, reading.files()));
        }
        findings.sort(null);
        outputs().write("validate.sarif", Sarif.render(findings, pluginVersion()));
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        List<Finding> warnings = findings.stream().filter(f -> !f.isError()).toList();
        notes().detail(ResultDetail.findings(findings));
        count("errors", errors.size());
        count("warnings", warnings.size());
        FindingsText text = findingsText();
        terminal()
                .warn(warnings.stream()
                        .flatMap(warning -> text.render(warning).stream())
                        .toList());
        if (!errors.isEmpty()) {
            throw new InvalidFiles(
                    ErrorCode.FILES_INVALID,
                    errors.stream().map(Finding::toProblem).toList());
        }
        say(FindingsText.valid(reading.files().size(), warnings.size())
                + (remote ? " The server compiles all scripts too." : ""));
        return Outcome.NO_CHANGES;
    }

    private List<Finding> examine(Environment chosen, Workspace.Reading reading) {
        Environments.All environments = new Environments(directory()).all();
        List<Environment> others = environments.readable().stream()
                .filter(other -> !other.name().equals(chosen.name()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        reading.problems().forEach(problem -> findings.add(Finding.of(problem)));
        environments.problems().forEach(problem -> findings.add(Finding.of(problem)));
        try (RhaiEngine engine = new RhaiEngine()) {
            findings.addAll(new Validator(engine, chosen).validate(reading.files(), others));
        }
        return findings;
    }

    private List<Finding> onServer(Environment chosen, Declarations files) {
        try (Connection open = connect(chosen)) {
            return new ServerCompilation(open.server().testing()).check(files.scripts());
        }
    }
}
