package dev.idpscripts.sandbox.store;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** Why the embedded server's folder cannot be used, for the user. */
final class StoreTrouble {

    private static final String OTHER_FOLDER = "-Didp-scripts.sandbox.directory=<folder>";

    private StoreTrouble() {}

    static UserError inUse(Path directory) {
        return trouble(
                "The embedded server's folder " + directory + " is in use by another run.",
                "Wait for the other run to end, or give this one a folder of its own: " + OTHER_FOLDER);
    }

    static UserError unwritable(Path directory, IOException why) {
        return trouble(
                "The embedded server cannot write to its folder " + directory + ": " + why + ".",
                "Choose a folder that can be written to: " + OTHER_FOLDER);
    }

    static UserError unreadable(String file, RuntimeException why) {
        return trouble(
                "The embedded server's data in " + file + " cannot be read: " + why.getMessage() + ".",
                "Delete the file to start with nothing, or choose another folder: " + OTHER_FOLDER);
    }

    private static UserError trouble(String what, String next) {
        return new UserError(ErrorCode.SANDBOX_UNAVAILABLE, what, next);
    }
}
