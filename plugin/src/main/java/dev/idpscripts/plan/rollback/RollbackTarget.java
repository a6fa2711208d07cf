package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.stored.StoredVersion;

/** Where a script is to go back to. */
public sealed interface RollbackTarget {

    /** So many versions before the current one. */
    record Steps(int count) implements RollbackTarget {}

    /** The version of this number. */
    record Version(int number) implements RollbackTarget {}

    /**
     * The newest version that was pushed from a commit.
     *
     * @param sha the commit's hash, or its beginning
     */
    record Commit(String sha) implements RollbackTarget {}

    /**
     * The version that was current before an apply.
     *
     * @param run the apply's run id
     */
    record Before(String run, int number) implements RollbackTarget {}

    /** Whether somebody who names this aim has not had this version in mind, so that it must not be undone without a word. */
    default boolean surprises(StoredVersion undone) {
        return this instanceof Before before && undone.versionNumber() > before.number() + 1;
    }
}
