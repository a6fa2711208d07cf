package dev.idpscripts.workspace.file;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the repository's folders.
 *
 * @param root the repository
 * @param name the folder's name in it
 */
public record Folder(Path root, String name) {

    Path path() {
        return root.resolve(name);
    }

    public boolean exists() {
        return Files.exists(path());
    }

    /**
     * All files in it and below, by name, in the same order on every system; what begins with a dot is left out.
     *
     * @throws UserError if the folder cannot be read: never taken for an empty one
     */
    public List<TextFile> files() {
        if (!Files.isDirectory(path())) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    "there is no folder " + name + " in " + root,
                    "Run in the repository's folder, or name it: -Didp-scripts.directory=DIR. An empty folder says \"none\";"
                            + " a missing one is never taken for that.");
        }
        try (Stream<Path> paths = Files.walk(path(), FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .filter(this::isVisible)
                    .map(path -> new TextFile(root, path))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    "the folder " + path() + " cannot be read: " + e.getMessage(),
                    "Make it and all folders in it readable; nothing was changed.");
        }
    }

    private boolean isVisible(Path path) {
        for (Path part : path().relativize(path)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** Adds a problem for each file that looks like ours but has a name that nothing reads. */
    public static void refuseNearMisses(List<TextFile> files, Problems problems) {
        for (TextFile file : files) {
            if (file.name().endsWith(".yml")) {
                SourceLocation origin = file.origin();
                String right = file.name().substring(0, file.name().length() - ".yml".length()) + ".yaml";
                problems.add(origin, "files ending in .yml are not read; rename it to " + right);
            }
        }
    }
}
