package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.workspace.file.TextFile;
import java.nio.file.Path;
import java.util.List;

/** Writes what a pull brings. */
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
            file.text().ifPresent(text -> TextFile.of(root, file.file())
                    .write(text, "Make the file and its folder writable, and pull again."));
        }
    }
}
