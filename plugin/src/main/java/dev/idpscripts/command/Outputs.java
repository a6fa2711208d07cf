package dev.idpscripts.command;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, name, ".tmp");
            Files.writeString(unfinished, text);
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentError(
                    ErrorCode.OUTPUT_FAILED,
                    "cannot write " + file + ": " + e.getMessage(),
                    "Make the folder writable, or name another: -Didp-scripts.outputDirectory=DIR",
                    e);
        }
    }
}
