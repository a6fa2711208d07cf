package dev.idpscripts.workspace.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The commit that the files are at.
 *
 * @param commit the full hash
 * @param subject the first paragraph of its message
 * @param tree the hash of the folder's content in that commit; empty if it is not in it
 * @param dirty whether files differ from it
 */
public record GitHead(String commit, String tree, String subject, boolean dirty) {

    /**
     * Asks Git.
     *
     * @return empty if the folder is in no Git repository, or nothing was committed yet
     * @throws dev.idpscripts.model.error.UserError if it is in one, but Git cannot tell
     */
    public static Optional<GitHead> of(Path folder) {
        return Git.at(folder).flatMap(GitHead::of);
    }

    static Optional<GitHead> of(Git git) {
        GitStatus status = GitStatus.of(git);
        return status.commit().map(commit -> {
            GitCommit head = GitCommit.of(git, commit);
            boolean dirty =
                    !status.edited().isEmpty() || !GitFiles.untracked(git).isEmpty();
            return new GitHead(commit, tree(git, commit, head), head.subject(), dirty);
        });
    }

    static String tree(Git git, String commit, GitCommit head) {
        String prefix = git.prefix();
        if (prefix.isEmpty()) {
            return head.tree();
        }
        String[] command = {"ls-tree", "-z", "--full-tree", commit, prefix.substring(0, prefix.length() - 1)};
        List<String> entries = git.list("", command);
        // Mode, type, hash, and after a tab the name.
        return entries.isEmpty() ? "" : git.hash(entries.get(0).split("[ \t]", -1)[2], command);
    }
}
