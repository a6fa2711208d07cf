package dev.idpscripts.view;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody did to an environment in one go.
 *
 * @param mark what its versions say of where they come from
 * @param undone whether an apply was taken back where it failed
 * @param events what the audit trail has of it, oldest first; never empty
 */
public record Release(ReleaseMark mark, boolean undone, List<AuditEvent> events) {

    /** What was done. */
    public enum Kind {
        /** A commit, or files without one. */
        APPLIED,
        /** The same, and taken back because something failed. */
        UNDONE,
        /** Scripts went back to versions that they had. */
        ROLLED_BACK,
        /** Scripts were only switched on or off. */
        SWITCHED,
        /** Something without a body, for which the server keeps no commit. */
        CHANGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Set<String> SWITCHES = Set.of("activated", "deactivated");

    public Release {
        events = List.copyOf(events);
    }

    /** What was done. */
    public Kind kind() {
        return mark.match(
                applied -> undone ? Kind.UNDONE : Kind.APPLIED,
                rolledBack -> Kind.ROLLED_BACK,
                () -> events.stream().map(AuditEvent::action).allMatch(SWITCHES::contains)
                        ? Kind.SWITCHED
                        : Kind.CHANGED);
    }

    /**
     * The commit to which it brought the environment: whole, or of a rollback its beginning.
     *
     * @return empty if it brought it to none, or the server does not tell
     */
    public String commit() {
        return undone ? "" : named();
    }

    /** The commit that its versions name, though it may have been taken back; empty for none. */
    public String named() {
        return mark.match(
                applied -> known(applied.commit()), back -> back.note().asOf(), () -> "");
    }

    private static String known(String commit) {
        return commit.equals(Provenance.NO_COMMIT) ? "" : commit;
    }

    /** When it began. */
    public Instant at() {
        return events.get(0).createdAt();
    }

    /** The same in UTC, for people. */
    public String day() {
        return CellText.time(at());
    }

    /** When it ended. */
    public Instant until() {
        return events.get(events.size() - 1).createdAt();
    }

    /** Who did it. */
    public UUID by() {
        return events.get(0).actorId();
    }

    /** How many changes of each kind, in the server's words; the body that a script is made with is a part of its making. */
    public Map<String, Long> counts() {
        Set<UUID> made = events.stream()
                .filter(event -> event.action().equals("created"))
                .map(AuditEvent::scriptId)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> !(event.action().equals("version_created") && made.contains(event.scriptId())))
                .collect(Collectors.groupingBy(AuditEvent::action, TreeMap::new, Collectors.counting()));
    }

    /** How many changes it made. */
    public long changes() {
        return counts().values().stream().mapToLong(n -> n).sum();
    }

    /** Which scripts it concerned. */
    public Set<UUID> scripts() {
        return events.stream()
                .map(AuditEvent::scriptId)
                .filter(id -> id != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
