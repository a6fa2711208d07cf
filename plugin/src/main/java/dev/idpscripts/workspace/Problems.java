package dev.idpscripts.workspace;

import dev.idpscripts.model.Origin;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while files are read, so that the user sees all of it at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private boolean fileLost;

    void add(Origin origin, String message) {
        found.add(new Problem(origin, message));
    }

    /** All problems, sorted by place. */
    List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** Says that a file could not be read, so that a name may be missing only for that reason. */
    void fileLost() {
        fileLost = true;
    }

    boolean isFileLost() {
        return fileLost;
    }

    /**
     * @throws InvalidFiles if there is any problem
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, found);
        }
    }
}
