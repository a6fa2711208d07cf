package dev.idpscripts.plan.pull;

import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a file is to say where it and the server differ. A plan's change tells who made the difference: what somebody
 * did on the server is taken over, what was edited here stays. Where that is not known, or both did something, the file keeps
 * its word, and people decide.
 */
final class PullDecisions {

    private final List<String> conflicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * The value for the file.
     *
     * @param what what it is the value of, such as {@code status}
     * @param change what a plan would do because of the difference; empty if there is none
     */
    <T> T of(String what, T mine, T theirs, Optional<PlannedChange> change) {
        Optional<Cause> cause = change.map(PlannedChange::cause);
        if (cause.isEmpty() || cause.get() == Cause.LOCAL_EDIT) {
            return mine;
        }
        if (cause.get().isTheirs()) {
            notes.add(what + ": " + mine + " -> " + theirs);
            return theirs;
        }
        conflict(what + ": the file says " + mine + ", the server " + theirs
                + (cause.get() == Cause.UNKNOWN ? ", and nothing tells which is newer" : ", and both were changed"));
        return mine;
    }

    void conflict(String text) {
        conflicts.add(text);
    }

    void note(String text) {
        notes.add(text);
    }

    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
