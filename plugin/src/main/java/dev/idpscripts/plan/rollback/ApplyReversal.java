package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plans how everything gets as it was before a run, but for bodies of scripts: as if files declared what was there. Only what the run
 * touched is touched.
 */
public final class ApplyReversal {

    private final String run;
    private final PriorBindings bindings;
    private final DriftSinceApply since;

    private ApplyReversal(String run, PriorBindings bindings, DriftSinceApply since) {
        this.run = run;
        this.bindings = bindings;
        this.since = since;
    }

    /**
     * Plans it.
     *
     * @param run by which people know the run
     * @param done what it did
     * @param histories all versions of the scripts that it made and somebody changed, and of those that it may have made, newest first
     */
    public static InversePlan plan(
            String run,
            List<RecordedChange> done,
            Map<UUID, List<StoredVersion>> histories,
            Inventory now,
            PlanOptions options) {
        if (done.isEmpty()) {
            return InversePlan.NONE;
        }
        TemporaryNames aside = TemporaryNames.of(done, now, run);
        Inventory server = aside.server();
        PriorState before = new PriorState();
        DriftSinceApply since =
                new DriftSinceApply(done, histories, version -> Ownership.isOf(version, options.repository()));
        PriorScripts scripts = new PriorScripts(done, server, since);
        PriorBindings bindings = new PriorBindings(done, server, scripts);
        scripts.declare(before);
        bindings.declare(before);
        new PriorTemplates(done, server).declare(before);
        List<String> refusals = before.refusals();
        if (!refusals.isEmpty()) {
            return new InversePlan(List.of(), before.remarks(), refusals);
        }
        ApplyReversal reversal = new ApplyReversal(run, bindings, since);
        // Nothing is pruned: what the run did not touch is not declared.
        PlanOptions careful = new PlanOptions(options.target(), options.repository(), false);
        Plan plan = Planner.plan(before.declarations(), server, careful);
        return new InversePlan(
                Stream.concat(
                                aside.renames().stream(),
                                plan.changes().stream()
                                        // The bodies that were declared are no bodies of anything.
                                        .filter(change -> !(change instanceof ScriptChange.Update))
                                        .map(reversal::explained))
                        .toList(),
                Stream.concat(before.remarks().stream(), plan.remarks().stream())
                        .toList(),
                plan.problems().stream().map(Problem::message).toList());
    }

    private PlannedChange explained(Change change) {
        Optional<Edit> edit = since.of(change);
        Attribution who = new Attribution(
                edit.isPresent() ? Cause.DRIFT : Cause.ROLLBACK, edit.stream().toList(), Optional.empty(), "");
        return new PlannedChange(change, new Reason(reason(change), Optional.empty(), who));
    }

    private String reason(Change change) {
        return switch (change.kind()) {
            case CREATE, BIND -> "run " + run + " removed it";
            case DELETE -> "run " + run + " made it";
            case UNBIND ->
                change instanceof BindingChange.Unbind unbind && bindings.isMade(unbind.current())
                        ? "run " + run + " made it"
                        : "its script goes, which run " + run + " made";
            default -> "as it was before run " + run;
        };
    }
}
