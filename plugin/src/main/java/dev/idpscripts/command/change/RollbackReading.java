package dev.idpscripts.command.change;

import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.apply.journal.JournalRun.Write;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.rollback.ApplyReversal;
import dev.idpscripts.plan.rollback.InversePlan;
import dev.idpscripts.plan.rollback.RollbackPlanner;
import dev.idpscripts.plan.rollback.RollbackRequest;
import dev.idpscripts.plan.rollback.RollbackRequest.Wanted;
import dev.idpscripts.plan.rollback.RollbackTarget;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.select.StoredScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a rollback is planned from: the lists, and the whole history of each script that is to go back. */
public final class RollbackReading {

    private final Server server;
    private final Declarations files;
    private final PlanOptions options;
    private final InventoryReader reader;
    private final Inventory lists;

    public RollbackReading(Server server, VersionCache cache, Declarations files, PlanOptions options) {
        this.server = server;
        this.files = files;
        this.options = options;
        this.reader = new InventoryReader(server, options.target().tenant(), cache).expecting(files);
        this.lists = reader.read(script -> false);
    }

    private List<StoredScript> named(String words) {
        return new StoredScripts(files.scripts(), lists.scripts()).of(words);
    }

    /** Scripts that are named, all to the same aim. */
    public RollbackPlan plan(String words, RollbackTarget aim) {
        List<Wanted> wanted =
                named(words).stream().map(script -> wanted(script, aim)).toList();
        return plan(wanted, InversePlan.NONE, List.of(), List.of());
    }

    /**
     * Everything that a run did, to where it was before.
     *
     * @param words only these scripts, and what binds them; null or blank for everything
     */
    public RollbackPlan before(JournalRun run, String words) {
        refuseOthers(run);
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        run.writes().stream()
                .filter(Write::replacesBody)
                .forEach(write -> versions.putIfAbsent(
                        write.id().orElseThrow(), write.version().getAsInt()));
        List<RecordedChange> done = run.done();
        Predicate<RecordedChange> concerned = each -> true;
        if (words != null && !words.isBlank()) {
            List<StoredScript> named = named(words);
            versions.keySet().retainAll(named.stream().map(StoredScript::id).toList());
            Set<String> names = named.stream().map(StoredScript::name).collect(Collectors.toSet());
            concerned = each -> concerns(each, names);
        }
        InventoryIndex there = lists.index();
        List<Wanted> wanted = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        versions.forEach((id, version) -> there.script(id)
                .ifPresentOrElse(
                        script -> wanted.add(wanted(script, new RollbackTarget.Before(run.run(), version))),
                        () -> refusals.add("the script with the id " + id + ": it was deleted since")));
        InversePlan rest = ApplyReversal.plan(
                run.run(), done, concerned, histories(done.stream().filter(concerned), there), lists, options);
        return plan(wanted, rest, unknown(run), refusals);
    }

    private static boolean concerns(RecordedChange each, Set<String> scripts) {
        return each.change() instanceof BindingChange binding
                ? scripts.contains(binding.script())
                : each.change().isOfScript()
                        && scripts.contains(each.change().subject().name());
    }

    /** Of the scripts that the run made and something happened to since, and of those that it may have made. */
    private Map<UUID, List<StoredVersion>> histories(Stream<RecordedChange> done, InventoryIndex there) {
        return done.filter(each -> each.change() instanceof ScriptChange.Create)
                .flatMap(each -> each.made().isPresent()
                        ? each.made().flatMap(there::script).stream().filter(script -> script.currentVersion() > 2)
                        : there.script(each.change().subject().name()).stream())
                .collect(Collectors.toMap(StoredScript::id, this::history, (one, same) -> one));
    }

    private static List<String> unknown(JournalRun run) {
        List<String> left = run.unknown().stream()
                .filter(words -> !words.startsWith("update script "))
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.of(
                        "the journal does not tell enough to take back this, which stays: " + String.join(", ", left));
    }

    private RollbackPlan plan(List<Wanted> wanted, InversePlan rest, List<String> remarks, List<String> refusals) {
        return RollbackPlanner.plan(lists, new RollbackRequest(wanted, rest, options, files.size(), remarks, refusals));
    }

    /** Reads again, and says what an apply of the files would do now; of bodies only to what the plan concerns. */
    public Plan next(RollbackPlan plan) {
        Set<ObjectAddress> changed =
                plan.plan().changes().stream().map(Change::subject).collect(Collectors.toSet());
        Inventory now = reader.read(script -> changed.contains(ObjectAddress.script(script.name())));
        return Planner.plan(files, now, options);
    }

    private List<StoredVersion> history(StoredScript script) {
        return server.versions().all(script.id(), script.name());
    }

    private Wanted wanted(StoredScript script, RollbackTarget aim) {
        return new Wanted(script, history(script), aim);
    }

    private void refuseOthers(JournalRun run) {
        Target target = options.target();
        if (!run.url().equals(target.url()) || !run.tenant().equals(String.valueOf(target.tenant()))) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "run " + run.run() + " was for environment " + run.environment() + " at " + run.url() + ", tenant "
                            + run.tenant() + "; this is " + target.environment() + " at " + target.url() + ", tenant "
                            + target.tenant(),
                    "Nothing was changed. To go back there:\n  "
                            + GoalCommand.of("rollback")
                                    .with("environment", run.environment())
                                    .with("toApply", run.run()));
        }
    }
}
