package dev.idpscripts.workspace.git;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Snapshot;
import dev.idpscripts.workspace.git.GitObjects.GitObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The repository's files as a commit has them. Nothing is checked out; filters of a checkout, such as those of Git LFS, are not run. */
public final class CommitFiles implements Snapshot {

    private static final String LINK = "120000";
    private static final String FILE = "blob";

    private final Git git;
    private final GitHead head;

    /** The hash of each file by its name; empty for a link that leads out of the commit. */
    private final NavigableMap<String, String> hashes;

    private final Map<String, byte[]> read;

    private CommitFiles(Git git, GitHead head, NavigableMap<String, String> hashes, Map<String, byte[]> read) {
        this.git = git;
        this.head = head;
        this.hashes = hashes;
        this.read = read;
    }

    /**
     * Reads what a commit declares.
     *
     * @param folder the repository; it may be a folder inside a Git repository
     * @param option that named it, for messages
     * @param commit a hash, a tag, a branch or what else Git takes for a commit, such as {@code HEAD~3}
     * @throws UserError if there is no such commit
     */
    public static CommitFiles of(Path folder, String option, String commit) {
        Git git = Git.at(folder)
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "-Didp-scripts." + option + "=" + commit + " names a commit, and " + folder
                                + " is in no Git repository",
                        "Nothing was changed. Run it in a clone."));
        return of(git, option, commit);
    }

    private static CommitFiles of(Git git, String option, String name) {
        String commit = resolve(git, option, name);
        NavigableMap<String, String> hashes = hashes(git, commit);
        List<String> early = hashes.entrySet().stream()
                .filter(file ->
                        Folder.ALL.stream().anyMatch(folder -> file.getKey().startsWith(folder + "/")))
                .map(Map.Entry::getValue)
                .filter(hash -> !hash.isEmpty())
                .distinct()
                .toList();
        Map<String, byte[]> read = new HashMap<>();
        GitObjects.read(git, early).stream()
                .flatMap(Optional::stream)
                .forEach(object -> read.put(object.hash(), object.bytes()));
        GitCommit said = GitCommit.of(git, commit);
        return new CommitFiles(
                git, new GitHead(commit, GitHead.tree(git, commit, said), said.subject(), false), hashes, read);
    }

    private static String resolve(Git git, String option, String name) {
        boolean sayable = !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
        return Optional.of(name.strip())
                .filter(n -> sayable)
                .flatMap(n -> GitObjects.find(git, List.of(n + "^{commit}")).get(0))
                .map(GitObject::hash)
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "-Didp-scripts." + option + "=" + name + ": this clone has no such commit, or more than one",
                        "Nothing was changed. Name one by more of its hash, by a tag or a branch. If it was made elsewhere: git fetch"
                                + " --tags, and in a shallow clone git fetch --unshallow."));
    }

    private static NavigableMap<String, String> hashes(Git git, String commit) {
        NavigableMap<String, String> files = new TreeMap<>();
        Map<String, String> links = new HashMap<>();
        // Mode, type, hash, and after a tab the name.
        for (String entry : git.list("", "ls-tree", "-r", "-z", commit)) {
            int tab = entry.indexOf('\t');
            String[] words = entry.substring(0, Math.max(tab, 0)).split(" ", -1);
            if (words.length != 3) {
                throw git.errors().untrue(List.of("ls-tree", commit), entry);
            }
            String name = entry.substring(tab + 1);
            if (words[0].equals(LINK)) {
                links.put(name, words[2]);
            } else if (words[1].equals(FILE)) {
                files.put(name, words[2]);
            }
        }
        files.putAll(followed(git, links, files));
        return files;
    }

    /** What links lead to, within the commit; a link to a link leads nowhere. */
    private static Map<String, String> followed(
            Git git, Map<String, String> links, NavigableMap<String, String> files) {
        List<Map.Entry<String, String>> all = new ArrayList<>(links.entrySet());
        List<Optional<GitObject>> targets =
                GitObjects.read(git, all.stream().map(Map.Entry::getValue).toList());
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).getKey();
            String target = targets.get(i)
                    .map(object -> GitProcess.text(object.raw()))
                    .flatMap(said -> within(name, said))
                    .orElse("");
            Map<String, String> below = files.subMap(target + "/", target + "0");
            if (!target.isEmpty() && !below.isEmpty()) {
                below.forEach((file, hash) -> found.put(name + file.substring(target.length()), hash));
            } else {
                found.put(name, files.getOrDefault(target, ""));
            }
        }
        return found;
    }

    /** A link's target from the repository's folder; empty if it is not in it. */
    private static Optional<String> within(String link, String target) {
        Path here = Path.of("/repository");
        Path there = here.resolve(link).resolveSibling(target).normalize();
        return there.startsWith(here) && !there.equals(here)
                ? Optional.of(here.relativize(there).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** The commit, as if it were checked out and nothing were edited. */
    public FilesCommit commit() {
        return new FilesCommit(Optional.of(head), Optional.empty());
    }

    @Override
    public List<String> files(String folder) {
        return List.copyOf(hashes.subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public List<String> names() {
        return hashes.keySet().stream()
                .map(name -> name.split("/", 2)[0])
                .distinct()
                .toList();
    }

    @Override
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(hashes.get(name))
                .filter(hash -> !hash.isEmpty())
                .map(this::object);
    }

    private byte[] object(String hash) {
        return read.computeIfAbsent(hash, asked -> GitObjects.read(git, List.of(asked))
                .get(0)
                .map(GitObject::bytes)
                .orElseThrow(() -> git.errors().untrue(List.of("cat-file", "--batch"), asked + " missing")));
    }
}
