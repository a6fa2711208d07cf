package dev.idpscripts.model.stored;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.RollbackNote;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * An immutable version of a script (server.md 3.2).
 *
 * @param scriptBody byte for byte as it was pushed
 * @param changeDescription null if none was given
 */
public record StoredVersion(
        UUID id,
        UUID scriptId,
        int versionNumber,
        String scriptBody,
        String changeDescription,
        UUID createdBy,
        Instant createdAt) {

    /** Whether it is what the server makes with a script, before anybody pushed a body (server.md 3.1). */
    public boolean holdsStub() {
        return versionNumber == 1 && new Body(scriptBody).equals(Body.STUB);
    }

    /** Whether this plugin made it by rolling back. */
    public boolean cameByRollback() {
        return RollbackNote.is(changeDescription);
    }

    /** Older versions first; the id decides between those of the same time, so that the order is always the same. */
    public static final Comparator<StoredVersion> BY_TIME =
            Comparator.comparing(StoredVersion::createdAt).thenComparing(StoredVersion::id);
}
