package dev.idpscripts.workspace.git;

import dev.idpscripts.model.error.IdpScriptsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files come from, asked once in a run. Not every goal needs to know, so that Git cannot tell is an error only for those that do.
 *
 * @param known the commit; empty if there is none, or Git cannot tell
 * @param trouble why Git cannot tell; empty if it can
 */
public record FilesCommit(Optional<GitHead> known, Optional<IdpScriptsException> trouble) {

    /** Asks Git about a folder. */
    public static FilesCommit of(Path folder) {
        try {
            return new FilesCommit(GitHead.of(folder), Optional.empty());
        } catch (IdpScriptsException e) {
            return new FilesCommit(Optional.empty(), Optional.of(e));
        }
    }

    /**
     * The commit; empty if there is none.
     *
     * @throws IdpScriptsException if Git cannot tell
     */
    public Optional<GitHead> head() {
        trouble.ifPresent(e -> {
            throw e;
        });
        return known;
    }
}
