package dev.idpscripts.workspace.git;

import dev.idpscripts.model.declared.Checkout;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Git knows about commits that something was pushed from. */
public final class GitHistory {

    /** Which files each commit that it reads changed; of a merge, only what it did not take from either side. */
    private static final String[] BETWEEN = {
        "diff-tree", "--stdin", "-r", "-c", "--root", "--no-commit-id", "--no-renames", "--name-only", "-z", "--", "."
    };

    private final Path folder;
    private final Optional<String> tip;

    /**
     * @param folder the repository of scripts; it may be a folder inside a Git repository
     */
    public GitHistory(Path folder) {
        this(folder, Optional.empty());
    }

    /** The same, as if this commit were checked out and nothing were edited, if there is one. */
    public GitHistory(Path folder, Optional<String> tip) {
        this.folder = folder;
        this.tip = tip;
    }

    /**
     * What is known about these commits; nothing where Git is not used, or the clone is too shallow to tell.
     *
     * @throws dev.idpscripts.model.error.UserError if Git is used, but cannot tell
     */
    public Checkout about(Set<String> commits) {
        Optional<Git> git = commits.isEmpty() ? Optional.empty() : Git.at(folder);
        return git.map(asked -> about(asked, commits, tip)).orElse(Checkout.UNKNOWN);
    }

    static Checkout about(Git git, Set<String> commits, Optional<String> at) {
        boolean whole = isWhole(git);
        String prefix = git.prefix();
        GitStatus status = GitStatus.of(git);
        Set<String> now = new HashSet<>();
        if (at.isEmpty()) {
            now.addAll(GitFiles.untracked(git));
            now.addAll(inFolder(prefix, status.edited()));
        }
        Optional<String> head = at.or(status::commit);
        Map<String, Set<String>> touched = new HashMap<>();
        Set<String> lacking = new HashSet<>();
        Set<String> there = commits(git, List.copyOf(commits));
        for (String commit : commits) {
            Optional<String> from = head.filter(tip -> leads(git, commit, head, there));
            if (from.isPresent()) {
                Set<String> files = new HashSet<>(now);
                files.addAll(inFolder(prefix, committedBetween(git, commit, from.get())));
                touched.put(commit, files);
            } else if (whole && !(at.isPresent() && leads(git, commit, status.commit(), there))) {
                lacking.add(commit);
            }
        }
        return new Checkout(touched, lacking);
    }

    private static boolean leads(Git git, String commit, Optional<String> tip, Set<String> there) {
        return tip.filter(known -> there.contains(commit) && git.agrees("merge-base", "--is-ancestor", commit, known))
                .isPresent();
    }

    static boolean isWhole(Git git) {
        String[] command = {"rev-parse", "--is-shallow-repository"};
        String said = git.text(command).strip();
        if (!said.equals("true") && !said.equals("false")) {
            throw git.errors().untrue(List.of(command), said);
        }
        return said.equals("false");
    }

    /** Those that are there: asked in a way in which one that is not is an answer and no failure. */
    private static Set<String> commits(Git git, List<String> asked) {
        List<String> command = List.of("cat-file", "--batch-check=%(objecttype)");
        String out = git.answer(String.join("\n", asked) + "\n", command).text();
        List<String> types = out.lines().toList();
        if (types.size() != asked.size()) {
            throw git.errors().untrue(command, out);
        }
        return IntStream.range(0, asked.size())
                .filter(i -> types.get(i).strip().equals("commit"))
                .mapToObj(asked::get)
                .collect(Collectors.toSet());
    }

    /** On all ways that lead from one to the other, and in every commit on them: also what was undone was touched. */
    private static List<String> committedBetween(Git git, String commit, String head) {
        String commits = git.text("rev-list", "--full-history", commit + ".." + head, "--", ".");
        return commits.isEmpty() ? List.of() : git.list(commits, BETWEEN);
    }

    private static Set<String> inFolder(String prefix, Collection<String> files) {
        return files.stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()))
                .collect(Collectors.toSet());
    }
}
