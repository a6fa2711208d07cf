package dev.idpscripts.command;

import dev.idpscripts.command.release.CommitComparison;
import dev.idpscripts.command.release.ReleaseReader;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.ServerSpelling;
import dev.idpscripts.view.EnvironmentCommit;
import dev.idpscripts.view.EnvironmentsView;
import dev.idpscripts.view.StatusView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists every script and whether it is as the files say; or which version is where, for several environments. */
public final class StatusCommand {

    private final Session session;
    private final Tables tables;
    private final StatusView.Selection filter;
    private final List<String> environments;

    /**
     * Makes it.
     *
     * @param filter which scripts are listed
     * @param environments those that are shown beside each other; empty for the session's alone, and its files
     */
    public StatusCommand(Session session, Tables tables, StatusView.Selection filter, List<String> environments) {
        this.session = session;
        this.tables = tables;
        this.filter = filter;
        this.environments = environments;
    }

    /** Reads, compares, shows. */
    public Outcome run() {
        if (environments.isEmpty()) {
            besideFiles();
        } else {
            besideEachOther();
        }
        return Outcome.NO_CHANGES;
    }

    private void besideFiles() {
        Declarations files = session.files();
        try (Connection open = session.connect()) {
            PlanSession.Compared compared =
                    session.comparing(files, open, false).compare();
            Declarations known = ServerSpelling.of(files, compared.server());
            EnvironmentCommit now = new CommitComparison(session.directory()).of(commit(compared, open));
            tables.show(
                    List.of(StatusView.table(compared.server(), known, compared.plan(), filter, now)),
                    List.of(EnvironmentsView.table(List.of(now))));
        }
    }

    /** Where nothing differs, it is at the commit of the files, whatever was applied last. */
    private EnvironmentCommit commit(PlanSession.Compared compared, Connection open) {
        return session.commit()
                .known()
                .filter(head -> compared.plan().isEmpty() && !head.dirty())
                .map(head -> EnvironmentCommit.of(session.environment().name(), head.commit(), null, null, null))
                .orElseGet(() -> newest(session, open, session.repository()));
    }

    private static EnvironmentCommit newest(Session there, Connection open, String repository) {
        return EnvironmentCommit.of(
                there.environment().name(),
                ReleaseReader.of(open.server(), repository).newest());
    }

    private void besideEachOther() {
        Map<String, Inventory> servers = new LinkedHashMap<>();
        List<EnvironmentCommit> commits = new ArrayList<>();
        Optional<String> repository = repository();
        for (String name : environments) {
            // The session is for the first one, and has said so.
            Session there = servers.isEmpty() ? session : session.in(name).announced();
            try (Connection open = there.connect()) {
                servers.put(name, there.reader(open).read(script -> true));
                commits.add(
                        repository.map(id -> newest(there, open, id)).orElseGet(() -> EnvironmentCommit.unknown(name)));
            }
        }
        tables.show(List.of(
                StatusView.sideBySide(servers, filter),
                EnvironmentsView.table(new CommitComparison(session.directory()).of(commits))));
    }

    /** Not every folder has one, and versions can be looked at without. */
    private Optional<String> repository() {
        try {
            return Optional.of(session.repository());
        } catch (IdpScriptsException e) {
            return Optional.empty();
        }
    }
}
