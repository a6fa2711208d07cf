package dev.idpscripts.workspace.git;

import java.nio.file.Path;
import java.util.Optional;

/** The Git repository that a folder is in: it is opened when something is asked, and once. For one thread. */
public final class GitRepository {

    private final Path folder;
    private final Optional<String> at;
    private Optional<Optional<GitLog>> opened = Optional.empty();

    /**
     * @param folder the repository of scripts; it may be a folder inside a Git repository
     * @param at the commit whose files are taken, if it is not what is checked out
     */
    public GitRepository(Path folder, Optional<String> at) {
        this.folder = folder;
        this.at = at;
    }

    /** The repository of scripts. */
    public Path folder() {
        return folder;
    }

    /** Whether what is not committed counts. */
    boolean isCheckedOut() {
        return at.isEmpty();
    }

    /**
     * Its history.
     *
     * @return empty where there is no Git repository, or nothing was committed yet
     * @throws dev.idpscripts.model.error.UserError if there is one, but Git cannot tell
     */
    public Optional<GitLog> log() {
        if (opened.isEmpty()) {
            opened = Optional.of(GitLog.of(folder, at));
        }
        return opened.get();
    }
}
