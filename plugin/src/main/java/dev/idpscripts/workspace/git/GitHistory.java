package dev.idpscripts.workspace.git;

import dev.idpscripts.model.declared.Checkout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Git knows about commits that something was pushed from. */
public final class GitHistory {

    private final Path folder;

    /**
     * @param folder the repository of scripts; it may be a folder inside a Git repository
     */
    public GitHistory(Path folder) {
        this.folder = folder;
    }

    /** What is known about these commits; nothing where Git is not used, or the clone is too shallow to tell. */
    public Checkout about(Set<String> commits) {
        Optional<String> shallow = commits.isEmpty() ? Optional.empty() : git("rev-parse", "--is-shallow-repository");
        if (shallow.isEmpty()) {
            return Checkout.UNKNOWN;
        }
        boolean whole = shallow.get().strip().equals("false");
        Map<String, Set<String>> touched = new HashMap<>();
        Set<String> lacking = new HashSet<>();
        for (String commit : commits) {
            boolean there = git("cat-file", "-e", commit + "^{commit}").isPresent();
            if (there && git("merge-base", "--is-ancestor", commit, "HEAD").isPresent()) {
                touchedSince(commit).ifPresent(files -> touched.put(commit, files));
            } else if (whole) {
                lacking.add(commit);
            }
        }
        return new Checkout(touched, lacking);
    }

    /** In commits since, in the working tree, and untracked. */
    private Optional<Set<String>> touchedSince(String commit) {
        Optional<String> committed =
                git("log", "--format=", "--name-only", "--relative", "-z", commit + "..HEAD", "--", ".");
        Optional<String> edited = git("diff", "--name-only", "--relative", "-z", "HEAD", "--", ".");
        Optional<String> untracked = git("ls-files", "--others", "--exclude-standard", "-z", "--", ".");
        if (committed.isEmpty() || edited.isEmpty() || untracked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> files = new HashSet<>();
        for (String output : List.of(committed.get(), edited.get(), untracked.get())) {
            output.lines().flatMap(line -> List.of(line.split("\0")).stream()).forEach(files::add);
        }
        return Optional.of(files);
    }

    private Optional<String> git(String... arguments) {
        return Git.run(folder, arguments);
    }
}
