package dev.idpscripts.workspace.file;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the repository's folders.
 *
 * @param tree the repository
 * @param name the folder's name in it
 * @param endings of the files that are read from it, such as {@code .yaml}
 */
public record Folder(SourceTree tree, String name, List<String> endings) {

    /** All that are read, by their names. */
    public static final List<String> ALL = List.of("scripts", "bindings", "templates", "environments");

    public Folder {
        endings = List.copyOf(endings);
    }

    /** One that lies in the repository. */
    public Folder(Path root, String name, List<String> endings) {
        this(SourceTree.of(root), name, endings);
    }

    Path root() {
        return tree.root();
    }

    Path path() {
        return root().resolve(name);
    }

    /** Whether there is anything of its name, a link to nothing too. */
    public boolean exists() {
        return tree.past().isPresent()
                ? !tree.past().get().files(name).isEmpty()
                : Files.exists(path(), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * All files in it and below, by name, in the same order on every system; hidden ones ({@link FileNames#isHidden}) are left out.
     *
     * @param problems takes whatever may be a file and cannot be read, and each file with a name that nothing reads
     * @throws UserError if the folder is not there: never taken for an empty one
     */
    public List<TextFile> files(Problems problems) {
        if (!exists()) {
            throw missing();
        }
        FolderVisitor visitor = new FolderVisitor(this, problems);
        if (tree.past().isPresent()) {
            visitor.takeAll(tree.past().get());
        } else {
            walk(visitor, problems);
        }
        return distinct(
                visitor.files().stream()
                        .sorted(Comparator.comparing(TextFile::name))
                        .toList(),
                problems);
    }

    private void walk(FolderVisitor visitor, Problems problems) {
        Optional<String> refusal = new Border(root()).refusal(path());
        if (refusal.isEmpty() && !Files.isDirectory(path())) {
            refusal = Optional.of("is no folder; make it one, or remove it");
        }
        if (refusal.isPresent()) {
            problems.lose(SourceLocation.of(name), name, refusal.get());
            return;
        }
        try {
            Files.walkFileTree(path(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            problems.lose(SourceLocation.of(name), name, Border.unreadable(e));
        }
        LocaleNames.refuseUnreadable(visitor.files(), root());
    }

    /** Where a file system takes two Unicode forms of a name for two names, people and other file systems do not. */
    private static List<TextFile> distinct(List<TextFile> files, Problems problems) {
        Map<String, TextFile> byName = new LinkedHashMap<>();
        for (TextFile file : files) {
            TextFile same = byName.putIfAbsent(ObjectName.normal(file.name()), file);
            if (same != null) {
                problems.add(
                        file.origin(),
                        "there are two files of this name, which differ in nothing but their Unicode form; keep one");
            }
        }
        return List.copyOf(byName.values());
    }

    private UserError missing() {
        if (tree.past().isPresent()) {
            return new UserError(
                    ErrorCode.FILES_MISSING,
                    "there is no folder " + name + " at that commit",
                    "Nothing was changed. Name a commit that has it. A missing folder is never taken for an empty one.");
        }
        return new UserError(
                ErrorCode.FILES_MISSING,
                "there is no folder " + name + " in " + root(),
                "Run in the repository's folder, or name it: -Didp-scripts.directory=DIR. An empty folder says \"none\";"
                        + " a missing one is never taken for that.");
    }

    /** Adds a problem if a folder beside it has its name in other letters, such as {@code Bindings}: nothing reads that. */
    public void refuseOtherCase(Problems problems) {
        if (exists()) {
            return;
        }
        for (String other : siblings()) {
            problems.lose(SourceLocation.of(other), name, "the folder " + other + " is not read; rename it to " + name);
        }
    }

    private List<String> siblings() {
        List<String> all = tree.past().map(Snapshot::names).orElseGet(() -> {
            String[] there = root().toFile().list();
            return there == null ? List.of() : List.of(there);
        });
        return all.stream().filter(other -> other.equalsIgnoreCase(name)).toList();
    }
}
