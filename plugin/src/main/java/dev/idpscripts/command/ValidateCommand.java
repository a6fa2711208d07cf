package dev.idpscripts.command;

import dev.idpscripts.check.ServerCompilation;
import dev.idpscripts.check.Validator;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.report.ci.Sarif;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Examines the files: form, references, limits, and every script with the real compiler. */
public final class ValidateCommand {

    /** What the findings are written to. */
    public static final List<String> FILES = List.of("validate.sarif");

    private final Session session;
    private final boolean remote;

    /**
     * Makes it.
     *
     * @param remote asks the server's compiler too
     */
    public ValidateCommand(Session session, boolean remote) {
        this.session = session;
        this.remote = remote;
    }

    /** Reads, examines, tells everything at once. */
    public Outcome run() {
        Workspace.Reading reading = new Workspace(session.tree()).look(session.environment());
        List<Finding> findings = new ArrayList<>(examine(reading));
        if (remote) {
            findings.addAll(onServer(reading.files()));
        }
        findings.sort(null);
        tell(findings, reading.files().size());
        return Outcome.NO_CHANGES;
    }

    private List<Finding> examine(Workspace.Reading reading) {
        Environment chosen = session.environment();
        Environments.All environments = new Environments(session.tree()).all();
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

    private List<Finding> onServer(Declarations files) {
        try (Connection open = session.connect()) {
            return new ServerCompilation(open.server().testing()).check(files.scripts());
        }
    }

    private void tell(List<Finding> findings, ObjectCounts size) {
        session.outputs().write("validate.sarif", Sarif.render(findings, session.version(), session.hostedPaths()));
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        List<Finding> warnings =
                findings.stream().filter(finding -> !finding.isError()).toList();
        session.notes().findings(findings);
        session.notes().count("errors", errors.size());
        session.notes().count("warnings", warnings.size());
        FindingsText text = session.findingsText();
        session.console()
                .warn(warnings.stream()
                        .flatMap(warning -> text.render(warning).stream())
                        .toList());
        if (!errors.isEmpty()) {
            throw new InvalidFiles(
                    ErrorCode.FILES_INVALID,
                    errors.stream().map(Finding::toProblem).toList());
        }
        session.console()
                .say(FindingsText.valid(size, warnings.size())
                        + (remote ? " The server compiles all scripts too." : ""));
    }
}
