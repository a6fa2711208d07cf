package dev.idpscripts.workspace.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the repository's files are read from.
 *
 * @param root the repository; what is written is written there
 * @param past the files as they were at a commit; empty for those that lie there
 */
public record SourceTree(Path root, Optional<Snapshot> past) {

    /** The files that lie there. */
    public static SourceTree of(Path root) {
        return new SourceTree(root, Optional.empty());
    }

    /** One file; if there is none of this name, the one that has it in another Unicode form. */
    public TextFile file(String name) {
        return past.isPresent() ? new TextFile(this, root.resolve(name)) : TextFile.of(root, name);
    }

    /** The path that this system gives a file of a commit; empty if it knows no such name. */
    Optional<Path> path(String name) {
        try {
            return Optional.of(root.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
