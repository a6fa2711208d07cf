package dev.idpscripts.workspace.git;

import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.GitRoot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The variable that names another repository than the files do. In a hook it names the same one, often relative to a folder that is not
 * this one; then the files are believed. Where no {@code .git} stands by the files, it alone tells.
 */
final class GitDir {

    static final String NAME = "GIT_DIR";
    static final String WORK_TREE = "GIT_WORK_TREE";

    private static final Path HERE = Path.of("").toAbsolutePath();

    private GitDir() {}

    /**
     * Git for files with no {@code .git} above them.
     *
     * @param workTree null if it is not set
     * @throws UserError if it cannot be asked about the folder
     */
    static Git alone(GitProcess process, String gitDir, String workTree) {
        Map<String, String> variables = new HashMap<>(process.variables());
        variables.put(NAME, HERE.resolve(gitDir).toString());
        if (workTree != null) {
            variables.put(WORK_TREE, HERE.resolve(workTree).toString());
        }
        Path folder = GitRoot.real(process.folder());
        Git here = Git.of(new GitProcess(process.program(), HERE, variables, process.patience()), folder);
        Path top = toplevel(here, gitDir);
        if (!folder.startsWith(top)) {
            throw here.errors().elsewhere(gitDir, "the files of that repository are in " + top + ", not in " + folder);
        }
        variables.put(WORK_TREE, top.toString());
        return Git.of(new GitProcess(process.program(), folder, variables, process.patience()), top);
    }

    private static Path toplevel(Git git, String gitDir) {
        try {
            return GitRoot.real(Path.of(git.text("rev-parse", "--show-toplevel").strip()));
        } catch (UserError e) {
            throw git.errors().elsewhere(gitDir, e.what());
        }
    }

    /** Refuses to guess which of two repositories is meant. */
    static void refuseOther(Git git, Path root, String gitDir) {
        Path real =
                GitRoot.real(Path.of(git.text("rev-parse", "--absolute-git-dir").strip()));
        if (Stream.of(HERE, root)
                .map(from -> GitRoot.real(from.resolve(gitDir)))
                .noneMatch(real::equals)) {
            throw git.errors().elsewhere(gitDir, "the files are in the repository of " + root.resolve(GitRoot.MARK));
        }
    }
}
