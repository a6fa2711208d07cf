package dev.idpscripts.model.plan;

import java.util.List;

/** A change, and why a plan has it. */
public record PlannedChange(Change change, Reason reason) {

    /** On which side the difference was made that it levels. */
    public Attribution.Cause cause() {
        return reason.attribution().cause();
    }

    /** The changes without their reasons. */
    public static List<Change> changes(List<PlannedChange> planned) {
        return planned.stream().map(PlannedChange::change).toList();
    }
}
