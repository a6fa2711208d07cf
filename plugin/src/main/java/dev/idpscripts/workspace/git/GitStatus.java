package dev.idpscripts.workspace.git;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is checked out, and which files differ from it.
 *
 * @param commit empty where nothing was committed yet
 * @param edited files that Git knows and that are not as committed, from the root of the repository
 */
record GitStatus(Optional<String> commit, Set<String> edited) {

    private static final String[] COMMAND = {
        "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=no", "--ignore-submodules=none", "--", "."
    };
    private static final String COMMIT = "# branch.oid ";
    private static final String NONE = "(initial)";

    /** How many words stand before the path, by what a line begins with (git-status, "Porcelain Format Version 2"). */
    private static int words(char kind) {
        return switch (kind) {
            case '1' -> 8;
            case '2' -> 9;
            case 'u' -> 10;
            default -> 0;
        };
    }

    static GitStatus of(Git git) {
        Optional<String> commit = Optional.empty();
        Set<String> edited = new TreeSet<>();
        for (Iterator<String> lines = git.list("", COMMAND).iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.startsWith(COMMIT)) {
                commit = Optional.of(line.substring(COMMIT.length()));
            } else if (!line.startsWith("# ")) {
                edited.add(path(git, line));
                if (line.startsWith("2") && lines.hasNext()) {
                    edited.add(lines.next());
                }
            }
        }
        String said = commit.orElseThrow(() -> git.errors().untrue(List.of(COMMAND), ""));
        return new GitStatus(said.equals(NONE) ? unborn(git) : Optional.of(git.hash(said, COMMAND)), edited);
    }

    private static String path(Git git, String line) {
        int words = line.isEmpty() ? 0 : words(line.charAt(0));
        String[] parts = line.split(" ", words + 1);
        if (words == 0 || parts.length <= words) {
            throw git.errors().untrue(List.of(COMMAND), line);
        }
        return parts[words];
    }

    /** A branch that cannot be read calls itself new too, but then there is none that HEAD names. */
    private static Optional<String> unborn(Git git) {
        git.text("symbolic-ref", "HEAD");
        return Optional.empty();
    }
}
