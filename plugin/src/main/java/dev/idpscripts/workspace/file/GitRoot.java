package dev.idpscripts.workspace.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a Git repository begins, told from the files alone: also where Git itself cannot run. */
public final class GitRoot {

    /** What is in the root of every repository. */
    public static final String MARK = ".git";

    private GitRoot() {}

    /**
     * The nearest folder, this one or above, that holds a {@code .git}, be it a folder, a file or a link to nowhere.
     *
     * @return without symbolic links, as Git sees it; empty if there is none
     */
    public static Optional<Path> of(Path folder) {
        for (Path each = real(folder); each != null; each = each.getParent()) {
            // What cannot be looked at may be there.
            if (!Files.notExists(each.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The folder without symbolic links, as far as it is there. */
    public static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /**
     * What Git and code hosts call the files of a folder: by their paths from the Git root; as they are outside a Git repository.
     *
     * @return takes and gives paths with {@code /}, the first from the folder
     */
    public static UnaryOperator<String> paths(Path folder) {
        String prefix = of(folder)
                .map(root -> root.relativize(real(folder)).toString().replace(File.separatorChar, '/'))
                .filter(path -> !path.isEmpty())
                .map(path -> path + "/")
                .orElse("");
        return file -> prefix + file;
    }
}
