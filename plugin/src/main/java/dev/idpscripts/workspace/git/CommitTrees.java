package dev.idpscripts.workspace.git;

import dev.idpscripts.workspace.git.GitObjects.GitObject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The folders of many commits, each tree read once: commits share most of them. */
public final class CommitTrees {

    private static final String TREE_MODE = "40000";

    /** By commit and folder, such as {@code 1f2e…:scripts}, the hash of its tree. */
    private final Map<String, String> roots;

    /** By a tree's hash, the hashes of what it holds, by name; both of these a character for each byte, since few are asked for. */
    private final Map<String, Map<String, String>> trees;

    private CommitTrees(Map<String, String> roots, Map<String, Map<String, String>> trees) {
        this.roots = roots;
        this.trees = trees;
    }

    static CommitTrees read(Git git, String prefix, List<String> commits, Collection<String> files) {
        Set<String> names = files.stream().flatMap(file -> parts(file).stream()).collect(Collectors.toSet());
        Set<String> folders = files.stream().map(CommitTrees::root).collect(Collectors.toSet());
        List<String> asked = commits.stream()
                .flatMap(commit -> folders.stream().map(folder -> commit + ":" + prefix + folder))
                .toList();
        List<Optional<GitObject>> found = GitObjects.find(git, asked);
        Map<String, String> roots = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String name = asked.get(i);
            found.get(i).filter(object -> object.type().equals("tree")).ifPresent(tree -> roots.put(name, tree.hash()));
        }
        CommitTrees all = new CommitTrees(new HashMap<>(), new HashMap<>());
        roots.forEach((name, hash) -> all.roots.put(name.replaceFirst(":.*/", ":"), hash));
        all.load(git, new HashSet<>(roots.values()), names);
        return all;
    }

    private static String root(String file) {
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }

    private void load(Git git, Set<String> hashes, Set<String> names) {
        Set<String> next = hashes;
        while (!next.isEmpty()) {
            Set<String> below = new HashSet<>();
            for (Optional<GitObject> object : GitObjects.read(git, List.copyOf(next))) {
                object.ifPresent(tree -> trees.put(tree.hash(), parse(tree, names, below)));
            }
            below.removeAll(trees.keySet());
            next = below;
        }
    }

    /** Entries are a mode, a name, a zero byte, and the hash in bytes (gitformat-pack, "tree"). */
    private static Map<String, String> parse(GitObject tree, Set<String> names, Set<String> below) {
        Map<String, String> entries = new HashMap<>();
        String raw = tree.raw();
        int bytes = tree.hash().length() / 2;
        for (int at = 0; at < raw.length(); ) {
            int space = raw.indexOf(' ', at);
            int zero = raw.indexOf('\0', space);
            String name = raw.substring(space + 1, zero);
            if (names.contains(name)) {
                String hash = raw.substring(zero + 1, zero + 1 + bytes);
                entries.put(name, hash);
                if (raw.startsWith(TREE_MODE + " ", at)) {
                    below.add(hex(hash));
                }
            }
            at = zero + 1 + bytes;
        }
        return entries;
    }

    private static String hex(String hash) {
        return HexFormat.of().formatHex(hash.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A path's names, a character for each byte. */
    private static List<String> parts(String file) {
        String raw = new String(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return List.of(raw.split("/", -1));
    }

    /** The hash of a file at a commit; empty if it is not there, or was not asked for. */
    public Optional<String> hash(String commit, String file) {
        List<String> parts = parts(file);
        Optional<String> at = Optional.ofNullable(roots.get(commit + ":" + parts.get(0)));
        for (String part : parts.subList(1, parts.size())) {
            at = at.map(trees::get).map(entries -> entries.get(part)).map(CommitTrees::hex);
        }
        return at;
    }
}
