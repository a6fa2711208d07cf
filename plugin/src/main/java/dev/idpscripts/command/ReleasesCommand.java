package dev.idpscripts.command;

import dev.idpscripts.command.release.CommitComparison;
import dev.idpscripts.command.release.ReleaseReader;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.view.EnvironmentCommit;
import dev.idpscripts.view.EnvironmentsView;
import dev.idpscripts.view.NameLookup;
import dev.idpscripts.view.Release;
import dev.idpscripts.view.Releases;
import dev.idpscripts.view.ReleasesView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what was applied to an environment, newest first, and which commit it is at; or which several are at, beside each other. */
public final class ReleasesCommand {

    /**
     * Which.
     *
     * @param environments those that are shown beside each other; empty for the session's alone
     * @param from not older
     * @param limit how many at most
     */
    public record Options(List<String> environments, Optional<Instant> from, int limit) {

        private boolean wants(Release release) {
            return from.isEmpty() || !release.at().isBefore(from.get());
        }

        /** Whether older ones need not be read. */
        private boolean isEnough(Releases read) {
            List<Release> all = read.all();
            return all.size() >= limit || all.stream().anyMatch(release -> !wants(release));
        }
    }

    private final Session session;
    private final Tables tables;
    private final Options options;

    public ReleasesCommand(Session session, Tables tables, Options options) {
        this.session = session;
        this.tables = tables;
        this.options = options;
    }

    /** Reads, compares with Git, shows. */
    public Outcome run() {
        if (options.environments().isEmpty()) {
            listed();
        } else {
            tables.show(
                    List.of(EnvironmentsView.table(new CommitComparison(session.directory()).of(besideEachOther()))));
        }
        return Outcome.NO_CHANGES;
    }

    private void listed() {
        try (Connection open = session.connect()) {
            ReleaseReader.Found found = reader(session, open)
                    .read(read -> options.isEnough(read) && read.current().isPresent());
            List<Release> wanted = found.releases().all().stream()
                    .filter(options::wants)
                    .limit(options.limit())
                    .toList();
            EnvironmentCommit now = new CommitComparison(session.directory())
                    .of(EnvironmentCommit.of(session.environment().name(), found.releases()));
            NameLookup names = NameLookup.of(session.lists(open));
            tables.show(
                    List.of(ReleasesView.table(now, wanted, names, found.whole())),
                    List.of(EnvironmentsView.table(List.of(now))));
        }
    }

    private List<EnvironmentCommit> besideEachOther() {
        List<EnvironmentCommit> all = new ArrayList<>();
        // The session is for the first one, and has said so.
        all.add(newest(session));
        options.environments().stream()
                .skip(1)
                .forEach(name -> all.add(newest(session.in(name).announced())));
        return all;
    }

    /** What environment a session is for is at. */
    private static EnvironmentCommit newest(Session there) {
        try (Connection open = there.connect()) {
            return EnvironmentCommit.of(
                    there.environment().name(),
                    reader(there, open).read(read -> read.current().isPresent()).releases());
        }
    }

    private static ReleaseReader reader(Session there, Connection open) {
        return ReleaseReader.of(open.server(), there.repository());
    }
}
