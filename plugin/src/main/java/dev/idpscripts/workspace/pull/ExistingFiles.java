package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a pull must know of the files that are there. */
final class ExistingFiles {

    /** The first line of files that the plugin writes; not a comment that anybody would miss. */
    private static final String SCHEMA = "# yaml-language-server:";

    private ExistingFiles() {}

    static boolean is(SourceTree tree, String file) {
        return tree.file(file).exists();
    }

    /** A file's text with LF line ends; it was read a moment ago, so it is there. */
    static String text(SourceTree tree, String file) {
        Problems problems = new Problems();
        String text = tree.file(file).read(problems).orElse("");
        problems.throwIfAny();
        return new Body(text).text();
    }

    /** Whether a YAML file has comments of its own; one behind a value counts too. */
    static boolean hasComments(SourceTree tree, String file) {
        return text(tree, file)
                .lines()
                .map(String::strip)
                .anyMatch(line -> !line.startsWith(SCHEMA) && (line.startsWith("#") || line.contains(" #")));
    }

    /** Takes the name of each file in a folder, whatever its kind, so that a new file is beside none that it could be taken for. */
    static Slugs slugs(SourceTree tree, String folder) {
        Slugs slugs = new Slugs();
        names(tree, folder).stream()
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .forEach(slugs::take);
        return slugs;
    }

    private static List<String> names(SourceTree tree, String folder) {
        if (tree.past().isPresent()) {
            return tree.past().get().files(folder).stream()
                    .map(file -> file.substring(folder.length() + 1))
                    .filter(file -> !file.contains("/"))
                    .toList();
        }
        Path there = tree.root().resolve(folder);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    "the folder " + folder + " cannot be read: " + e.getMessage(),
                    "Make it readable; nothing was changed.");
        }
    }
}
