package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.pull.PulledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes what a pull brings. Each file is there with all of its new text, or as it was. */
public final class PullWriter {

    private PullWriter() {}

    /**
     * Writes all files that change.
     *
     * @param root the repository
     * @throws EnvironmentError if one cannot be written; those before it are
     */
    public static void write(List<PulledFile> files, Path root) {
        for (PulledFile file : files) {
            file.text().ifPresent(text -> write(root.resolve(file.file()), text));
        }
    }

    private static void write(Path file, String text) {
        try {
            // A link is kept, and what it leads to is written.
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Files.createDirectories(target.getParent());
            Path half = Files.writeString(target.resolveSibling("." + target.getFileName() + ".half"), text);
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentError(
                    ErrorCode.OUTPUT_FAILED,
                    "cannot write " + file + ": " + e.getMessage(),
                    "Make the file and its folder writable, and pull again.",
                    e);
        }
    }
}
