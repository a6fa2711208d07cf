package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.view.Checkup;
import java.util.List;

/** Examines everything that can be wrong between here and the server, and changes nothing. */
public final class DoctorCommand {

    private final Session session;
    private final Tables tables;
    private final String maven;

    /**
     * Makes it.
     *
     * @param maven the version of Maven that runs
     */
    public DoctorCommand(Session session, Tables tables, String maven) {
        this.session = session;
        this.tables = tables;
        this.maven = maven;
    }

    /** Looks at what runs here, the files, their Git repository, the way to the server, the server; shows what was found. */
    public Outcome run() {
        Checkup checkup = new Checkup();
        checkup.good(
                "Maven and JDK", "Maven " + maven + ", JDK " + Runtime.version() + ", plugin " + session.version());
        Declarations files = files(checkup);
        git(checkup);
        DoctorChecks checks = new DoctorChecks(session, checkup);
        if (checks.way()) {
            try (Connection open = session.connect()) {
                checks.server(open, files);
            } catch (IdpScriptsException e) {
                checks.refused(e);
            }
        }
        session.notes().count("bad", checkup.bad());
        session.notes().count("look", checkup.look());
        tables.show(List.of(checkup.table(session.environment().name())));
        return Outcome.NO_CHANGES;
    }

    private Declarations files(Checkup checkup) {
        try {
            Declarations files = session.files();
            checkup.good("files", FindingsText.size(files.size()));
            return files;
        } catch (IdpScriptsException e) {
            checkup.bad("files", e.what(), "to see each problem: " + GoalCommand.of("validate"));
            return Declarations.NONE;
        }
    }

    private void git(Checkup checkup) {
        try {
            checkup.good(
                    "Git",
                    session.commit()
                            .head()
                            .map(head -> "commit " + Provenance.shown(head.commit())
                                    + (head.dirty() ? ", and uncommitted changes" : ""))
                            .orElse("no repository, or nothing committed"));
        } catch (IdpScriptsException e) {
            checkup.bad("Git", e.what(), e.next());
        }
    }
}
