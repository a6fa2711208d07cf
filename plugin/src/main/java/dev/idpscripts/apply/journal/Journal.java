package dev.idpscripts.apply.journal;

import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.Optional;
import java.util.UUID;

/** Notes what an apply is about to do and what came of it, so that a run that was killed can be explained. */
public interface Journal {

    /** Begins the act of a write that takes back its change. */
    String UNDO = "undo: ";

    /** What came of a write. */
    enum Result {
        DONE,
        /** The answer was lost, but the server was read again and has it. */
        FOUND_DONE,
        NOT_DONE,
        /** Nobody can tell. */
        UNKNOWN
    }

    /**
     * Before the first write of a run.
     *
     * @param plan what is carried out: all writes belong to its changes
     */
    void begin(Plan plan, OnFailure policy);

    /**
     * Before a write.
     *
     * @param act what is sent, in a word
     * @return the write's number in this run
     */
    int intent(Change change, String act);

    /**
     * After a write.
     *
     * @param detail why it was not done; may be empty
     * @param made the id of what it made; empty if it made nothing
     */
    void outcome(int number, Result result, String detail, Optional<UUID> made);

    /**
     * Before a script is deleted: its last version, which nobody else has then.
     *
     * @param change that deletes it
     */
    void keep(Change change, StoredVersion last);

    /** After the last write. */
    void end(String summary);
}
