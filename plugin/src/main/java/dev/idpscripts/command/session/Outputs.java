package dev.idpscripts.command.session;

import dev.idpscripts.disk.AtomicFile;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.secret.Secrets;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that everything is written to.
 *
 * @param folder made when the first file is written
 * @param secrets what no file may hold
 */
public record Outputs(Path folder, Secrets secrets) {

    /** How the run ended. */
    public static final String RESULT = "result.json";

    private static final String REMEDY = "Make the folder writable, or name another: -Didp-scripts.outputDirectory=DIR";

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * Begins a run: what an earlier one left under these names is removed, so that whatever is there afterwards is of this run.
     *
     * @throws EnvironmentError if that is not possible; nothing was sent then
     */
    public void begin(List<String> names) {
        try {
            for (String name : names) {
                Path stale = folder.resolve(name);
                if (Files.exists(stale, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(stale);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Finds out, before anything is sent, whether results could be written.
     *
     * @throws EnvironmentError if not
     */
    public void refuseUnwritable() {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private EnvironmentError unwritable(IOException e) {
        return new EnvironmentError(
                ErrorCode.OUTPUT_FAILED, "cannot write " + folder + ": " + e, REMEDY + ". Nothing was changed.", e);
    }

    /** Writes a whole file or none: a reader never sees a part. */
    public Path write(String name, String text) {
        return AtomicFile.write(folder.resolve(name), secrets.hide(text), REMEDY + ".");
    }
}
