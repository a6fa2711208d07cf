package dev.idpscripts.workspace.file;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while files are read, so that the user sees all of it at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final List<Problem> hiding = new ArrayList<>();

    public void add(SourceLocation origin, String message) {
        found.add(new Problem(origin, message));
    }

    /** All problems, sorted by place. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /**
     * As {@link #add}, of a file that is there and cannot be read, so that something may be missing only for that reason.
     *
     * @param name the file's, or that of a folder with all that is in it
     */
    public void lose(SourceLocation origin, String name, String message) {
        lost.add(ObjectName.normal(name));
        hiding.add(new Problem(origin, message));
        add(origin, message);
    }

    /** Those for which something is not known that may be there, sorted by place. */
    public List<Problem> hiding() {
        return hiding.stream().sorted().distinct().toList();
    }

    /** Says that what a file declares is missing because of its problems. */
    public void lose(String name) {
        lost.add(ObjectName.normal(name));
    }

    /** Whether anything in this folder, or itself, cannot be read. */
    public boolean isAnyLost(String folder) {
        return lost.stream().anyMatch(gone -> gone.equals(folder) || gone.startsWith(folder + "/"));
    }

    /** Whether this file, or a folder that it is in, cannot be read. */
    public boolean isLost(String name) {
        String usual = ObjectName.normal(name);
        return lost.stream().anyMatch(gone -> usual.equals(gone) || usual.startsWith(gone + "/"));
    }

    /**
     * Tells all of them at once.
     *
     * @throws InvalidFiles if there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, found);
        }
    }
}
