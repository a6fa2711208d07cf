package dev.idpscripts.workspace.file;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.Optional;
import java.util.function.Function;

/** New text for a file of the user's is read before it replaces anything, and held against what it was meant to say. */
public final class ReadBack {

    private ReadBack() {}

    /**
     * Whether a text says what was meant.
     *
     * @param reading what a text says; empty if it cannot be read
     */
    public static <T> boolean says(String text, T meant, Function<String, Optional<T>> reading) {
        return reading.apply(text).filter(meant::equals).isPresent();
    }

    /**
     * The text, if it says what was meant.
     *
     * @param file what it is for
     * @param reading what a text says; empty if it cannot be read
     * @param instead what to do now, as a sentence with what is to stand in the file
     * @throws UserError if it says anything else; nobody has written anything by then
     */
    public static <T> String checked(
            String file, String text, T meant, Function<String, Optional<T>> reading, String instead) {
        if (says(text, meant, reading)) {
            return text;
        }
        throw new UserError(
                ErrorCode.FILES_INVALID,
                file + " cannot be rewritten so that it says just what it is to say; it was left as it is",
                "No file was changed. " + instead);
    }
}
