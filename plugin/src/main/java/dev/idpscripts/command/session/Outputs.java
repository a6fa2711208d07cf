package dev.idpscripts.command.session;

import dev.idpscripts.disk.AtomicFile;
import java.nio.file.Path;

/**
 * The folder that everything is written to.
 *
 * @param folder made when the first file is written
 */
public record Outputs(Path folder) {

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Writes a whole file or none: a reader never sees a part. */
    public Path write(String name, String text) {
        return AtomicFile.write(
                folder.resolve(name),
                text,
                "Make the folder writable, or name another: -Didp-scripts.outputDirectory=DIR");
    }
}
