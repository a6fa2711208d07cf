package dev.idpscripts.model.plan;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.StoredVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Who made a difference between files and server, as far as versions and the audit trail tell.
 *
 * @param cause on which side it was made
 * @param edits what somebody did on the server, newest first; empty for a local edit, and where nothing is known
 * @param base the version of this repository that both sides come from; empty if there is none, or none is needed
 * @param remark what else a reader should know, as a clause; may be empty
 */
public record Attribution(Cause cause, List<Edit> edits, Optional<Base> base, String remark) {

    /** On which side a difference was made. Written in lower case with a hyphen in JSON. */
    public enum Cause {
        /** Somebody asked for it: a script goes back to what it was. */
        ROLLBACK("rollback"),
        /** Somebody asked for it: a script is switched on or off. */
        SWITCH("by hand"),
        /** The files changed; the server is at what this repository left there. */
        LOCAL_EDIT("local edit"),
        /** The server does not tell. */
        UNKNOWN("unknown"),
        /** The server has what this repository declares at a commit that is not in this checkout. */
        BEHIND("behind"),
        /** Somebody changed the server; the files are as they were applied. */
        DRIFT("drift"),
        /** Both changed, or the object was never this repository's. */
        CONFLICT("conflict");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** Whether carrying out the change undoes somebody's work. */
        public boolean overwrites() {
            return this == BEHIND || this == DRIFT || this == CONFLICT;
        }

        /** Whether only the server changed, or is ahead: what it has belongs into the files. */
        public boolean isTheirs() {
            return this == BEHIND || this == DRIFT;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Something that was done on the server beside this repository.
     *
     * @param what as a clause that follows a person, such as {@code pushed version 3}
     * @param by the person's id; empty if the server does not tell
     * @param at when; empty if the server does not tell
     * @param version the version it made, if it made one
     * @param comment what the person wrote about it; may be empty
     * @param own whether it was done in the name in which this repository is applied
     */
    public record Edit(
            String what, Optional<UUID> by, Optional<Instant> at, OptionalInt version, String comment, boolean own) {

        private static final UUID NOBODY = new UUID(0, 0);

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        public Edit {
            by = by.filter(id -> !id.equals(NOBODY));
        }

        /** Such as {@code user 3f… pushed version 3 on 2026-03-01 10:11 UTC: "quick fix"}. */
        @Override
        public String toString() {
            Optional<Provenance> trailer = Provenance.parse(comment);
            String words = trailer.map(Provenance::subject).orElse(comment);
            return by.map(id -> "user " + id).orElse("somebody")
                    + (own ? ", who applies this repository, " : " ")
                    + what
                    + trailer.map(from -> " from repository " + from.repository())
                            .orElse("")
                    + at.map(when -> " on " + TIME.format(when)).orElse("")
                    + (words.isBlank() ? "" : ": \"" + words + "\"");
        }

        /** The same, done in the name in which this repository is applied. */
        public Edit byUs(boolean us) {
            return new Edit(what, by, at, version, comment, us);
        }

        /** A version that somebody pushed or rolled back to. */
        public static Edit of(StoredVersion version) {
            return new Edit(
                    (version.cameByRollback() ? "rolled it back, as version " : "pushed version ")
                            + version.versionNumber(),
                    Optional.ofNullable(version.createdBy()),
                    Optional.ofNullable(version.createdAt()),
                    OptionalInt.of(version.versionNumber()),
                    version.changeDescription() == null ? "" : version.changeDescription(),
                    false);
        }

        /** An entry of the audit trail. */
        public static Edit of(AuditEvent event, String what) {
            return new Edit(
                    what,
                    Optional.ofNullable(event.actorId()),
                    Optional.ofNullable(event.createdAt()),
                    OptionalInt.empty(),
                    "",
                    false);
        }

        /** Something of which only the time is known. */
        public static Edit at(Instant when, String what) {
            return new Edit(what, Optional.empty(), Optional.ofNullable(when), OptionalInt.empty(), "", false);
        }
    }

    /**
     * A version that this repository pushed.
     *
     * @param commit the commit it was pushed from, or {@link dev.idpscripts.model.Provenance#NO_COMMIT}
     */
    public record Base(int version, String commit) {}

    /** The files changed, and there is nothing more to say. */
    public static final Attribution LOCAL = new Attribution(Cause.LOCAL_EDIT, List.of(), Optional.empty(), "");

    public Attribution {
        edits = List.copyOf(edits);
    }

    /** The server does not tell. */
    public static Attribution unknown(String remark) {
        return new Attribution(Cause.UNKNOWN, List.of(), Optional.empty(), remark);
    }

    /** Somebody did this on the server. */
    public static Attribution drift(Edit edit) {
        return new Attribution(Cause.DRIFT, List.of(edit), Optional.empty(), "");
    }
}
