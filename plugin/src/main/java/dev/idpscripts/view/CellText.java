package dev.idpscripts.view;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Abbreviated;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How ids, times and commits are written in tables. */
final class CellText {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int SHORT_ID = 8;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CellText() {}

    /** In UTC, to the minute; null stays null. */
    static String time(Instant time) {
        return time == null ? null : MINUTES.format(time);
    }

    /** The same for people, and exactly for machines. */
    static Abbreviated moment(Instant time) {
        return time == null ? null : new Abbreviated(time.toString(), time(time));
    }

    /** An id, of which people see enough to know it again; null for nobody. */
    static Abbreviated somebody(UUID id) {
        return id == null || NOBODY.equals(id) ? null : Abbreviated.of(id.toString(), SHORT_ID);
    }

    /** Enough of an id to know it again; null for nobody. */
    static String id(UUID id) {
        return id == null || id.equals(NOBODY) ? null : id.toString().substring(0, SHORT_ID);
    }

    /** The commit that a version was pushed from; null if the version does not tell. */
    static Abbreviated commit(StoredVersion version) {
        return provenance(version)
                .map(Provenance::commit)
                .filter(commit -> !commit.equals(Provenance.NO_COMMIT))
                .map(commit -> new Abbreviated(commit, Provenance.shown(commit)))
                .orElse(null);
    }

    /** The same, and of a version that a rollback made, the commit that its body came from. */
    static Abbreviated content(StoredVersion version) {
        return Optional.ofNullable(commit(version))
                .or(() -> Optional.ofNullable(version.changeDescription())
                        .flatMap(RollbackNote::parse)
                        .flatMap(RollbackNote::commit)
                        .map(commit -> new Abbreviated(commit, Provenance.shown(commit))))
                .orElse(null);
    }

    /** What the plugin wrote beside this version; not what was copied from another with its description. */
    private static Optional<Provenance> provenance(StoredVersion version) {
        return Provenance.parse(version.changeDescription())
                .filter(found -> found.isOf(new Body(version.scriptBody())));
    }

    /** What people wrote beside a version, without what the plugin adds; null if nothing. */
    static String subject(StoredVersion version) {
        String text = provenance(version).map(Provenance::subject).orElse(version.changeDescription());
        return text == null || text.isEmpty() ? null : text;
    }

    /** The same of a description whose version is not at hand. */
    static String subject(String changeDescription) {
        return Provenance.parse(changeDescription).map(Provenance::subject).orElse(changeDescription);
    }
}
