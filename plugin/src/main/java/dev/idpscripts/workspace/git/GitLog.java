package dev.idpscripts.workspace.git;

import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.git.GitObjects.GitObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commits that touched the repository's files: which there are, how they follow one another, and what the files were in each. */
public final class GitLog {

    /** Of each commit that it reads, the files that it changed; of a merge, only what it did not take from either side. */
    private static final String[] TOUCHED = {
        "diff-tree", "--stdin", "-r", "-c", "--root", "--no-renames", "--raw", "--no-abbrev", "-z", "--", "."
    };

    /** So far back commits are read at all; a history that is longer is known in part. */
    private static final int FARTHEST = 20_000;

    /** So many commits that touched the folders are looked at (issue 20). */
    private static final int MOST_TOUCHES = 5_000;

    private final Git git;
    private final String prefix;
    private final String tip;
    private final List<String> tips;
    private final Set<String> changed;
    private final boolean shallow;

    /** What was read already: several may ask within one run. */
    private Optional<List<Touch>> all = Optional.empty();

    private final Set<String> asked = new HashSet<>();
    private Optional<Ancestry> ancestry = Optional.empty();

    /**
     * What a commit did to files.
     *
     * @param files their names from the repository's folder, and the hash of what each is then; zeros for one that went
     */
    public record Touch(String commit, Map<String, String> files) {}

    private GitLog(Git git, List<String> tips, Set<String> changed) {
        this.git = git;
        this.prefix = git.prefix();
        this.tip = tips.get(0);
        this.tips = List.copyOf(tips);
        this.changed = changed;
        this.shallow = !GitHistory.isWhole(git);
    }

    /**
     * The history of what is checked out.
     *
     * @param commit whose files are taken instead: its history belongs to it too
     * @return empty where there is no Git repository, or nothing was committed yet
     * @throws dev.idpscripts.model.error.UserError if there is one, but Git cannot tell
     */
    public static Optional<GitLog> of(Path folder, Optional<String> commit) {
        return Git.at(folder).flatMap(git -> of(git, commit));
    }

    static Optional<GitLog> of(Git git, Optional<String> commit) {
        GitStatus status = GitStatus.of(git);
        List<String> tips = Stream.concat(commit.stream(), status.commit().stream())
                .distinct()
                .toList();
        return tips.isEmpty() ? Optional.empty() : Optional.of(new GitLog(git, tips, status.edited()));
    }

    /** The commit that the files are at. */
    public String tip() {
        return tip;
    }

    /** That, and what is checked out: where the history begins. */
    public List<String> tips() {
        return tips;
    }

    /** How commits stand to the history. */
    public Ancestry ancestry(Collection<String> commits) {
        if (ancestry.isEmpty() || !asked.containsAll(commits)) {
            asked.addAll(commits);
            ancestry = Optional.of(readAncestry(List.copyOf(asked)));
        }
        return ancestry.get().of(commits);
    }

    private Ancestry readAncestry(Collection<String> commits) {
        Map<String, String> known = known(commits);
        CommitGraph graph = graph(known.values());
        Map<String, Set<String>> from = graph.comesFrom(known.values(), tips);
        Set<String> leading = from.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        boolean certain = !shallow && graph.whole();
        Set<String> lacking = commits.stream()
                .filter(commit -> certain && !leading.contains(known.getOrDefault(commit, "")))
                .collect(Collectors.toSet());
        return new Ancestry(known, graph, from.get(tip), leading, lacking);
    }

    /** Whether commits are missing from this clone. */
    public boolean isShallow() {
        return shallow;
    }

    /** The whole hashes of those of these commits that this clone has, by what they were called. */
    private Map<String, String> known(Collection<String> commits) {
        List<String> asked = List.copyOf(commits);
        Map<String, String> known = new HashMap<>();
        List<Optional<GitObject>> found = GitObjects.find(git, asked);
        for (int i = 0; i < asked.size(); i++) {
            String name = asked.get(i);
            found.get(i)
                    .filter(object -> object.type().equals("commit"))
                    .ifPresent(object -> known.put(name, object.hash()));
        }
        return known;
    }

    /** A commit's whole hash; empty if this clone does not have it, or has more than one of that name. */
    Optional<String> find(String name) {
        return Optional.ofNullable(known(List.of(name)).get(name));
    }

    /** The commits that touched what can declare something and lead to one commit, but not to another, newest first. */
    List<String> leadingTo(String commit, String other) {
        return commits(Stream.of(commit, "^" + other), "rev-list").lines().toList();
    }

    /** How the commits of the history, and those that lead to others, follow one another; of very long ones the newest. */
    private CommitGraph graph(Collection<String> others) {
        List<String> command = List.of("rev-list", "--topo-order", "--parents", "--max-count=" + FARTHEST, "--stdin");
        List<List<String>> lines = git.answer(lines(Stream.concat(tips.stream(), others.stream())), command)
                .text()
                .lines()
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
        lines.forEach(line -> git.hash(line.get(0), "rev-list"));
        return new CommitGraph(lines, lines.size() < FARTHEST);
    }

    /** Revisions as Git reads them: there may be more than a command line takes. */
    private static String lines(Stream<String> revisions) {
        return revisions.map(revision -> revision + "\n").collect(Collectors.joining());
    }

    /** Of the commits of the history that touched what can declare something the newest {@value #MOST_TOUCHES}, newest first. */
    public List<Touch> touches() {
        if (all.isEmpty()) {
            all = Optional.of(touches(tips.stream(), "--max-count=" + MOST_TOUCHES));
        }
        return all.get();
    }

    /** Whether older commits touched something too. */
    public boolean hasMoreTouches() {
        return touches().size() == MOST_TOUCHES;
    }

    /** All of those that lead to what the files are at, but for what leads to a commit. */
    List<Touch> touchesSince(Optional<String> commit) {
        return all.filter(read -> tips.size() == 1 && !hasMoreTouches())
                .flatMap(read -> ancestry.map(Ancestry::graph)
                        .filter(CommitGraph::whole)
                        .map(graph -> since(read, graph, commit)))
                .orElseGet(() ->
                        touches(Stream.concat(Stream.of(tip), commit.stream().map(known -> "^" + known))));
    }

    private static List<Touch> since(List<Touch> read, CommitGraph graph, Optional<String> commit) {
        List<String> touching = read.stream().map(Touch::commit).toList();
        Set<String> earlier = commit.map(
                        known -> graph.comesFrom(touching, List.of(known)).get(known))
                .orElse(Set.of());
        return read.stream().filter(touch -> !earlier.contains(touch.commit())).toList();
    }

    /** What differs from what is checked out, from the repository's folder. */
    Set<String> edited() {
        Set<String> edited = new HashSet<>(GitFiles.untracked(git));
        changed.stream()
                .filter(file -> file.startsWith(prefix))
                .forEach(file -> edited.add(file.substring(prefix.length())));
        return edited;
    }

    /** The same of commits that are not in the history: those of branches, tags, remotes, and these. */
    public List<Touch> touchesBeside(Collection<String> commits, int most) {
        Stream<String> revisions = Stream.concat(commits.stream(), tips.stream().map(known -> "^" + known));
        return touches(revisions, "--max-count=" + most, "--branches", "--tags", "--remotes");
    }

    private List<Touch> touches(Stream<String> revisions, String... options) {
        List<String> command = new ArrayList<>(List.of("rev-list", "--full-history"));
        command.addAll(List.of(options));
        String commits = commits(revisions, command.toArray(String[]::new));
        List<Touch> touches = new ArrayList<>();
        List<String> words = commits.isEmpty() ? List.of() : git.list(commits, TOUCHED);
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith(":")) {
                files = new LinkedHashMap<>();
                touches.add(new Touch(git.hash(word, TOUCHED), files));
            } else if (i + 1 < words.size()) {
                String file = words.get(++i);
                if (file.startsWith(prefix)) {
                    files.put(file.substring(prefix.length()), after(word));
                }
            }
        }
        return touches;
    }

    /** Those of commits that touched what can declare something, a line for each. */
    private String commits(Stream<String> revisions, String... command) {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("--stdin", "--"));
        whole.addAll(Folder.ALL);
        return git.answer(lines(revisions), whole).text();
    }

    /** The hash after the commit: behind a mode for each parent and one more come as many hashes, and then what happened (git-diff-tree). */
    private static String after(String entry) {
        int parents = (int) entry.chars().takeWhile(c -> c == ':').count();
        return entry.split(" ", -1)[2 * (parents + 1) - 1];
    }

    /**
     * The files that commits have.
     *
     * @param files which of them matter
     */
    public CommitTrees trees(Collection<String> commits, Collection<String> files) {
        return CommitTrees.read(git, prefix, List.copyOf(Set.copyOf(commits)), files);
    }

    /** What files hold, by hash. */
    public Map<String, byte[]> contents(Collection<String> hashes) {
        Map<String, byte[]> contents = new HashMap<>();
        GitObjects.read(git, List.copyOf(hashes)).stream()
                .flatMap(Optional::stream)
                .filter(object -> object.type().equals("blob"))
                .forEach(object -> contents.put(object.hash(), object.bytes()));
        return contents;
    }

    /** Who made commits, and what they say of themselves. */
    public Map<String, GitCommit> commits(Collection<String> hashes) {
        Map<String, GitCommit> commits = new HashMap<>();
        GitObjects.read(git, List.copyOf(hashes)).stream()
                .flatMap(Optional::stream)
                .filter(object -> object.type().equals("commit"))
                .forEach(object -> commits.put(object.hash(), GitCommit.of(git, object)));
        return commits;
    }
}
