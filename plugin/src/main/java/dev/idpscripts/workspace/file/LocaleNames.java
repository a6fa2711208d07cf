package dev.idpscripts.workspace.file;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.error.UserError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names of files as Java can say them: in a locale such as C it reads each other letter as a question mark, and finds no such file. */
final class LocaleNames {

    private LocaleNames() {}

    /**
     * Refuses what would be taken for another file, or another script, than it is.
     *
     * @throws UserError that names each
     */
    static void refuseUnreadable(List<TextFile> files, Path root) {
        List<Path> wrong = files.stream()
                .map(TextFile::path)
                .filter(path -> !isReadable(path))
                .toList();
        if (!wrong.isEmpty()) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    wrong.stream().map(path -> shown(path, root)).collect(Collectors.joining(", "))
                            + ": the file's name cannot be read in this locale",
                    Unexpected.LOCALE + " Nothing was changed.");
        }
    }

    private static boolean isReadable(Path path) {
        try {
            return path.equals(path.getFileSystem().getPath(path.toString()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** An address keeps the name's bytes. */
    private static String shown(Path path, Path root) {
        String bytes = root.toUri().relativize(path.toUri()).getRawPath();
        return URLDecoder.decode(bytes.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
