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
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plans how everything gets as it was before a run, but for bodies of scripts: as if files declared what was there. Only what the run
 * touched is touched.
 */
public final class ApplyReversal {

    private final String run;
    private final ServerBefore before;
    private final DriftSinceApply since;

    private ApplyReversal(String run, ServerBefore before, DriftSinceApply since) {
        this.run = run;
        this.before = before;
        this.since = since;
    }

    /**
     * Plans it.
     *
     * @param run by which people know the run
     * @param done all that it did
     * @param wanted what of that is to be taken back
     * @param histories all versions of the scripts that it made and somebody changed, and of those that it may have made, newest first
     */
    public static InversePlan plan(
            String run,
            List<RecordedChange> done,
            Predicate<RecordedChange> wanted,
            Map<UUID, List<StoredVersion>> histories,
            Inventory now,
            PlanOptions options) {
        InventoryIndex there = now.index();
        RecreatedScripts recreated = RecreatedScripts.of(done, there);
        List<RecordedChange> others =
                recreated.without(done).stream().filter(wanted).toList();
        List<String> stay = recreated.remarks(there);
        if (others.isEmpty()) {
            return new InversePlan(List.of(), stay, List.of());
        }
        TemporaryNames aside = TemporaryNames.of(others, now, run);
        DriftSinceApply since =
                new DriftSinceApply(others, histories, version -> Ownership.isOf(version, options.repository()));
        ServerBefore before = new ServerBefore(others, aside.server(), since::isOnlyOurs);
        PriorDeclarations prior = new PriorDeclarations(before, aside.server().index());
        List<String> remarks =
                Stream.concat(stay.stream(), before.remarks().stream()).toList();
        List<String> refusals = prior.refusals();
        if (!refusals.isEmpty()) {
            return new InversePlan(List.of(), remarks, refusals);
        }
        // Nothing is pruned: what the run did not touch is not declared.
        PlanOptions careful = new PlanOptions(options.target(), options.repository(), false);
        Plan plan = Planner.plan(prior.declarations(), aside.server(), careful);
        return new ApplyReversal(run, before, since).of(plan, aside.renames(), remarks);
    }

    private InversePlan of(Plan plan, List<PlannedChange> renames, List<String> remarks) {
        Stream<PlannedChange> back = plan.changes().stream()
                // The bodies that were declared are no bodies of anything.
                .filter(change -> !(change instanceof ScriptChange.Update))
                .map(this::explained);
        return new InversePlan(
                Stream.concat(renames.stream(), back).toList(),
                Stream.concat(remarks.stream(), plan.remarks().stream()).toList(),
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
                change instanceof BindingChange.Unbind unbind
                                && before.madeBindings().contains(unbind.current())
                        ? "run " + run + " made it"
                        : "its script goes, which run " + run + " made";
            default -> "as it was before run " + run;
        };
    }
}
