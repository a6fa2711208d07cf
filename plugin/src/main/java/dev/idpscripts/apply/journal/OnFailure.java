package dev.idpscripts.apply.journal;

/** What an apply does when a change fails. */
public enum OnFailure {
    /** Begins nothing further, and undoes what the run did. */
    ROLLBACK,
    /** Begins nothing further; what was done stays. */
    STOP,
    /** Goes on with everything that does not depend on what failed. */
    CONTINUE
}
