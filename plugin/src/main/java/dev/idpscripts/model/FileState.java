package dev.idpscripts.model;

import java.util.Locale;

/** What a run does to a file of the repository. Written in lower case. */
public enum FileState {
    /** It was not there. */
    CREATED,
    /** It takes over what the server has, or what came out of a test. */
    UPDATED,
    /** It has the changes of both sides. */
    MERGED,
    /** Both sides changed the same: people must decide. */
    CONFLICT,
    /** It stays as it is. */
    UNCHANGED,
    /** It is not there any more. */
    REMOVED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
