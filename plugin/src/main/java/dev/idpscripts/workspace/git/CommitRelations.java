package dev.idpscripts.workspace.git;

import dev.idpscripts.model.view.CommitsApart;
import dev.idpscripts.model.view.CommitsApart.NamedCommit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How commits stand to one another: which of two environments is ahead, and of what. */
public final class CommitRelations {

    private final GitLog log;

    private CommitRelations(GitLog log) {
        this.log = log;
    }

    /**
     * Those of the repository that a folder is in.
     *
     * @return empty where there is no Git repository, or nothing was committed yet
     */
    public static Optional<CommitRelations> of(Path folder) {
        return GitLog.of(folder, Optional.empty()).map(CommitRelations::new);
    }

    /** What is checked out. */
    public NamedCommit head() {
        return named(List.of(log.tip())).get(0);
    }

    /**
     * A commit.
     *
     * @param name its hash or the beginning of it
     * @return empty if this clone does not have it
     */
    public Optional<NamedCommit> find(String name) {
        return log.find(name).map(hash -> named(List.of(hash)).get(0));
    }

    /**
     * How one stands to another.
     *
     * @return empty if commits are missing from this clone, so that it cannot be told
     */
    public Optional<CommitsApart> apart(NamedCommit one, NamedCommit other) {
        if (one.hash().equals(other.hash())) {
            return Optional.of(new CommitsApart(List.of(), List.of()));
        }
        return log.isShallow()
                ? Optional.empty()
                : Optional.of(new CommitsApart(
                        named(log.leadingTo(other.hash(), one.hash())),
                        named(log.leadingTo(one.hash(), other.hash()))));
    }

    private List<NamedCommit> named(List<String> hashes) {
        var commits = log.commits(hashes);
        return hashes.stream()
                .map(hash -> new NamedCommit(hash, commits.get(hash).subject()))
                .toList();
    }
}
