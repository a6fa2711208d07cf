package dev.idpscripts.plan;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.DoneChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Why;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plans how everything gets as it was before a run, but for bodies of scripts: as if files declared what was there. Only what the run
 * touched is touched.
 */
public final class RunReversal {

    private final String run;
    private final BindingsBefore bindings;
    private final SinceRun since;

    private RunReversal(String run, BindingsBefore bindings, SinceRun since) {
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
    public static Reversal of(
            String run,
            List<DoneChange> done,
            Map<UUID, List<StoredVersion>> histories,
            Inventory now,
            PlanOptions options) {
        if (done.isEmpty()) {
            return Reversal.NONE;
        }
        Aside aside = Aside.of(done, now, run);
        Inventory server = aside.server();
        BeforeRun before = new BeforeRun();
        SinceRun since = new SinceRun(done, histories, version -> Ours.isOf(version, options.repository()));
        ScriptsBefore scripts = new ScriptsBefore(done, server, since);
        BindingsBefore bindings = new BindingsBefore(done, server, scripts);
        scripts.declare(before);
        bindings.declare(before);
        new TemplatesBefore(done, server).declare(before);
        List<String> refusals = before.refusals();
        if (!refusals.isEmpty()) {
            return new Reversal(List.of(), before.remarks(), refusals);
        }
        RunReversal reversal = new RunReversal(run, bindings, since);
        // Nothing is pruned: what the run did not touch is not declared.
        PlanOptions careful = new PlanOptions(options.target(), options.repository(), false);
        Plan plan = Planner.plan(before.declarations(), server, careful);
        return new Reversal(
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

    private Change explained(Change change) {
        Optional<Edit> edit = since.of(change);
        Attribution who = new Attribution(
                edit.isPresent() ? Cause.DRIFT : Cause.ROLLBACK, edit.stream().toList(), Optional.empty(), "");
        return new Because(new Why(reason(change), Optional.empty(), who)).of(change);
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
