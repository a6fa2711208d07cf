package dev.idpscripts.workspace.file;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while files are read, so that the user sees all of it at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private boolean fileLost;

    public void add(SourceLocation origin, String message) {
        found.add(new Problem(origin, message));
    }

    /** All problems, sorted by place. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** Says that a file could not be read, so that a name may be missing only for that reason. */
    public void fileLost() {
        fileLost = true;
    }

    public boolean isFileLost() {
        return fileLost;
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
