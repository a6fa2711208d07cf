package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.BlastRadius;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans rollbacks: which version each script goes back to, and whose work that undoes. */
public final class RollbackPlanner {

    private final Inventory server;
    private final RollbackRequest request;
    private final PlanOptions options;
    private final List<PlannedChange> planned = new ArrayList<>();
    private final Map<UUID, RollbackPlan.EarlierVersion> targets = new LinkedHashMap<>();
    private final List<String> remarks;
    private final List<String> refusals;

    private RollbackPlanner(Inventory server, RollbackRequest request) {
        this.server = server;
        this.request = request;
        this.options = request.options();
        this.remarks = new ArrayList<>(request.remarks());
        this.remarks.addAll(request.rest().remarks());
        this.refusals = new ArrayList<>(request.refusals());
        this.refusals.addAll(request.rest().refusals());
    }

    /**
     * Plans all, or nothing.
     *
     * @throws UserError with each script that cannot go back, and why
     */
    public static RollbackPlan plan(Inventory server, RollbackRequest request) {
        RollbackPlanner planner = new RollbackPlanner(server, request);
        request.wanted().forEach(planner::plan);
        planner.refuse();
        return planner.finished();
    }

    private void plan(RollbackRequest.Wanted wanted) {
        StoredScript script = wanted.script();
        Optional<String> obstacle = obstacle(wanted);
        VersionResolver.Resolution found = VersionResolver.find(script, wanted.history(), wanted.aim());
        if (obstacle.isPresent() || found.version().isEmpty()) {
            refusals.add("script " + script.name() + ": " + obstacle.orElse(found.why()));
            return;
        }
        StoredVersion to = found.version().get();
        Optional<Body> before = wanted.current().map(StoredVersion::scriptBody).map(Body::new);
        if (before.equals(Optional.of(new Body(to.scriptBody())))) {
            remarks.add("script " + script.name() + " is there already: "
                    + (to.versionNumber() == script.currentVersion()
                            ? "version " + to.versionNumber() + " is the current one"
                            : "its current version " + script.currentVersion() + " has the body of version "
                                    + to.versionNumber()));
            return;
        }
        RollbackPlan.EarlierVersion target = new RollbackPlan.EarlierVersion(
                to.versionNumber(), VersionResolver.commit(to).orElse(""));
        targets.put(script.id(), target);
        Reason why = Reason.of("it gets the body of " + target + " again").by(undone(wanted, to));
        planned.add(new PlannedChange(new ScriptChange.Update(script, before, old(name(script), script, to)), why));
    }

    private static Optional<String> obstacle(RollbackRequest.Wanted wanted) {
        StoredScript script = wanted.script();
        if (script.isSystem()) {
            return Optional.of("it belongs to the server itself and cannot be changed");
        }
        return wanted.stuck()
                .map(newest -> "it is wedged on the server: version " + newest.versionNumber() + " was stored (by "
                        + newest.createdBy() + ", " + newest.createdAt() + ") but version " + script.currentVersion()
                        + " stayed the current one, and the server refuses every rollback, for ever. Put the body that is"
                        + " wanted into the file, and recreate it: "
                        + GoalCommand.of("apply").with("recreateWedged"));
    }

    /** The name that the script has in the end. */
    private String name(StoredScript script) {
        return PlannedChange.changes(request.rest().planned()).stream()
                .filter(change -> change instanceof NamedChange.Rename rename
                        && rename.current().id().equals(script.id()))
                .map(change -> change.subject().name())
                .findFirst()
                .orElse(script.name());
    }

    /** The script with its old body, as if a file had it. */
    private static Script old(String name, StoredScript script, StoredVersion to) {
        Body body = new Body(to.scriptBody());
        Source source = Source.of(script.name() + " version " + to.versionNumber(), body.text());
        return new Script(
                name, Optional.empty(), Optional.empty(), script.status(), body, source, source.origin(), List.of());
    }

    /** What was pushed after the version that the script goes back to. */
    private Attribution undone(RollbackRequest.Wanted wanted, StoredVersion to) {
        List<StoredVersion> undone = wanted.history().stream()
                .filter(version -> version.versionNumber() > to.versionNumber())
                .toList();
        boolean surprising = undone.stream()
                .anyMatch(version -> wanted.aim().surprises(version) && !Ownership.isOf(version, options.repository()));
        return new Attribution(
                surprising ? Cause.DRIFT : Cause.ROLLBACK,
                undone.stream().map(Edit::of).toList(),
                Optional.empty(),
                "");
    }

    private void refuse() {
        int all = request.wanted().size() + request.refusals().size();
        if (refusals.isEmpty()) {
            return;
        }
        boolean scripts = request.rest().refusals().isEmpty() && all > 1;
        throw new UserError(
                ErrorCode.ROLLBACK_IMPOSSIBLE,
                (scripts ? refusals.size() + " of " + all + " scripts cannot go back:" : "this cannot go back:")
                        + refusals.stream()
                                .distinct()
                                .map(line -> "\n  " + line)
                                .collect(Collectors.joining()),
                "Nothing was changed. To see where a script can go:\n  "
                        + GoalCommand.of("versions").with("script", "NAME"));
    }

    private RollbackPlan finished() {
        Function<UUID, String> names = id -> server.scripts().stream()
                .filter(script -> script.id().equals(id))
                .map(this::name)
                .findFirst()
                .orElse("");
        planned.addAll(request.rest().planned());
        List<PlannedChange> ordered = planned.stream()
                .sorted(Comparator.comparing(each -> each.change().phase()))
                .toList();
        Plan plan = new Plan(
                options.target(),
                options.repository(),
                ordered,
                BlastRadius.reach(ordered, server, names),
                List.of(),
                List.of(),
                remarks,
                request.files(),
                server.size(),
                List.of());
        return new RollbackPlan(plan, targets);
    }
}
