package dev.idpscripts.plan;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.Unmanaged;
import java.util.ArrayList;
import java.util.List;

/** A plan while it is being made; lives no longer than one call of the planner. */
final class PlanBuilder {

    private final List<PlannedChange> planned = new ArrayList<>();
    private final List<Unmanaged> unmanaged = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void add(Change change, Reason reason) {
        planned.add(new PlannedChange(change, reason));
    }

    void leave(Unmanaged object) {
        unmanaged.add(object);
    }

    void problem(SourceLocation origin, String message) {
        problems.add(new Problem(origin, message));
    }

    void remark(String text) {
        remarks.add(text);
    }

    List<PlannedChange> planned() {
        return planned;
    }

    List<Unmanaged> unmanaged() {
        return unmanaged;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> remarks() {
        return remarks;
    }
}
