package dev.idpscripts.workspace.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the repository ends. What a link leads to beyond it is neither read nor written: a pull request could otherwise show whatever the
 * machine that plans it can read. It ends at the root of the Git repository, or at the folder where there is none. Git's own folder is
 * beyond it too, since there stand the credentials of a checkout.
 *
 * @param root the repository of scripts; it may be a folder inside a Git repository, and need not be there yet
 */
public record Border(Path root) {

    /**
     * Why the file or folder of this path is neither read nor written; empty if it is in the repository, whether it is there or not. A path
     * that is outside by its own words, as an option may give one, is not refused: it says where it leads.
     */
    public Optional<String> refusal(Path path) {
        try {
            Path project = resolved(root);
            Path real = resolved(path);
            Path end = real.startsWith(project) ? project : GitRoot.of(project).orElse(project);
            boolean inside = real.startsWith(end) && !isGits(end.relativize(real));
            return inside || isOutsideByName(path, end)
                    ? Optional.empty()
                    : Optional.of("leads out of the repository, to " + real
                            + "; only what is in the repository is read and written: put a copy of it here");
        } catch (NoSuchFileException e) {
            return Optional.of(
                    "is a link to " + target(path) + ", which is not there; restore that, or remove the link");
        } catch (IOException e) {
            return Optional.of(unreadable(e));
        }
    }

    /** What the link says, or the path itself where one of its folders is the link. */
    private static Path target(Path path) {
        try {
            return Files.readSymbolicLink(path);
        } catch (IOException | UnsupportedOperationException e) {
            return path;
        }
    }

    /** What to say of a file or folder that cannot be read. */
    static String unreadable(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "cannot be read: permission denied; make it readable, and all folders that it is in";
        }
        return "cannot be read (" + e + "); make it a readable file or remove it";
    }

    private boolean isOutsideByName(Path path, Path end) {
        Path named = path.toAbsolutePath().normalize();
        return !named.startsWith(root.toAbsolutePath().normalize()) && !named.startsWith(end);
    }

    private static boolean isGits(Path inside) {
        for (Path part : inside) {
            if (part.toString().equalsIgnoreCase(GitRoot.MARK)) {
                return true;
            }
        }
        return false;
    }

    /** With all links followed; of what is not there, as far as there is something: a link to nothing is there. */
    private static Path resolved(Path path) throws IOException {
        Path whole = path.toAbsolutePath();
        Path there = whole;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
    }
}
