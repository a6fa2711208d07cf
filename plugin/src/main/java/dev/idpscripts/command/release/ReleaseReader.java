package dev.idpscripts.command.release;

import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.server.Server;
import dev.idpscripts.view.Release;
import dev.idpscripts.view.Releases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the audit trail as far back as releases are asked for. */
public final class ReleaseReader {

    /** The trail grows for ever; releases before so many events are not found. */
    private static final int MOST_EVENTS = 10_000;

    /** For a goal that only says in passing which commit an environment is at. */
    private static final int NEWEST_EVENTS = 1_000;

    private static final int AT_ONCE = 100;

    private final Stream<AuditEvent> trail;
    private final String repository;

    /**
     * @param trail newest first; only as much of it is taken as is needed
     * @param repository whose releases
     */
    ReleaseReader(Stream<AuditEvent> trail, String repository) {
        this.trail = trail;
        this.repository = repository;
    }

    /** Of a server. */
    public static ReleaseReader of(Server server, String repository) {
        return new ReleaseReader(server.insight().events(null, null), repository);
    }

    /**
     * What was found.
     *
     * @param whole whether the trail was read to the time that was asked for, so that nothing is missing
     */
    public record Found(Releases releases, boolean whole) {}

    /** Reads until the newest release that names a commit, if that is among the newest events. */
    public Releases newest() {
        return read(releases -> releases.current().isPresent(), NEWEST_EVENTS).releases();
    }

    /**
     * Reads until there is enough.
     *
     * @param enough told of the releases that are read from end to end, newest first
     */
    public Found read(Predicate<Releases> enough) {
        return read(enough, MOST_EVENTS);
    }

    private Found read(Predicate<Releases> enough, int most) {
        Iterator<AuditEvent> events = trail.iterator();
        List<AuditEvent> read = new ArrayList<>();
        Releases settled = new Releases(List.of(), List.of());
        while (read.size() < most && !enough.test(settled) && events.hasNext()) {
            for (int i = 0; i < AT_ONCE && events.hasNext(); i++) {
                read.add(events.next());
            }
            settled = settled(read);
        }
        if (enough.test(settled)) {
            return new Found(settled, true);
        }
        boolean all = read.size() < most;
        return new Found(all ? Releases.of(read, repository) : settled, all);
    }

    /** Without what may have begun before the oldest event that was read. */
    private Releases settled(List<AuditEvent> read) {
        Releases found = Releases.of(read, repository);
        Instant oldest = read.get(read.size() - 1).createdAt();
        List<Release> whole = found.all().stream()
                .filter(release -> release.at().isAfter(oldest.plus(Releases.PAUSE)))
                .toList();
        return new Releases(whole, found.others());
    }
}
