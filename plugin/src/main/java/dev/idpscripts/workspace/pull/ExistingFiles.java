package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a pull must know of the files that are there. */
final class ExistingFiles {

    /** The first line of files that the plugin writes; not a comment that anybody would miss. */
    private static final String SCHEMA = "# yaml-language-server:";

    private ExistingFiles() {}

    static boolean is(Path root, String file) {
        return TextFile.of(root, file).exists();
    }

    /** A file's text with LF line ends; it was read a moment ago, so it is there. */
    static String text(Path root, String file) {
        Problems problems = new Problems();
        String text = TextFile.of(root, file).read(problems).orElse("");
        problems.throwIfAny();
        return new Body(text).text();
    }

    /** Whether a YAML file has comments of its own; one behind a value counts too. */
    static boolean hasComments(Path root, String file) {
        return text(root, file)
                .lines()
                .map(String::strip)
                .anyMatch(line -> !line.startsWith(SCHEMA) && (line.startsWith("#") || line.contains(" #")));
    }

    /** Takes the name of each file in a folder, whatever its kind, so that a new file is beside none that it could be taken for. */
    static Slugs slugs(Path root, String folder) {
        Slugs slugs = new Slugs();
        if (!Files.isDirectory(root.resolve(folder))) {
            return slugs;
        }
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            files.map(file -> file.getFileName().toString())
                    .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                    .forEach(slugs::take);
        } catch (IOException e) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    "the folder " + folder + " cannot be read: " + e.getMessage(),
                    "Make it readable; nothing was changed.");
        }
        return slugs;
    }
}
