package dev.idpscripts.mojo;

import dev.idpscripts.apply.JournalRun;
import dev.idpscripts.apply.JournalRun.Write;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.Aim;
import dev.idpscripts.plan.PlanOptions;
import dev.idpscripts.plan.RollbackPlanner;
import dev.idpscripts.plan.RollbackRequest;
import dev.idpscripts.plan.RollbackRequest.Wanted;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.StoredScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what a roll-back is planned from: the lists, and the whole history of each script that is to go back. */
final class RollbackReading {

    private final Server server;
    private final Declarations files;
    private final PlanOptions options;
    private final Inventory lists;

    RollbackReading(Server server, VersionCache cache, Declarations files, PlanOptions options) {
        this.server = server;
        this.files = files;
        this.options = options;
        this.lists = new InventoryReader(server, options.target().tenant(), cache).read(script -> false);
    }

    private List<StoredScript> named(String words) {
        return new StoredScripts(files.scripts(), lists.scripts()).of(words);
    }

    /** Scripts that are named, all to the same aim. */
    RollbackPlan plan(String words, Aim aim) {
        return plan(named(words).stream().map(script -> wanted(script, aim)).toList(), List.of(), List.of());
    }

    /**
     * What a run gave another body, to where it was before.
     *
     * @param words only these scripts; null or blank for all
     */
    RollbackPlan before(JournalRun run, String words) {
        refuseOthers(run);
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        run.writes().stream()
                .filter(Write::replacesBody)
                .forEach(write -> versions.putIfAbsent(
                        write.id().orElseThrow(), write.version().getAsInt()));
        if (words != null && !words.isBlank()) {
            versions.keySet()
                    .retainAll(named(words).stream().map(StoredScript::id).toList());
        }
        Map<UUID, StoredScript> there =
                lists.scripts().stream().collect(Collectors.toMap(StoredScript::id, script -> script));
        List<Wanted> wanted = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        versions.forEach((id, version) -> Optional.ofNullable(there.get(id))
                .ifPresentOrElse(
                        script -> wanted.add(wanted(script, new Aim.Before(run.run(), version))),
                        () -> refusals.add("the script with the id " + id + ": it was deleted since")));
        return plan(wanted, new StaysBehind(run).remarks(), refusals);
    }

    private RollbackPlan plan(List<Wanted> wanted, List<String> remarks, List<String> refusals) {
        return RollbackPlanner.plan(lists, new RollbackRequest(wanted, options, files.size(), remarks, refusals));
    }

    private Wanted wanted(StoredScript script, Aim aim) {
        return new Wanted(script, server.versions().all(script.id(), script.name()), aim);
    }

    private void refuseOthers(JournalRun run) {
        Target target = options.target();
        if (!run.url().equals(target.url()) || !run.tenant().equals(String.valueOf(target.tenant()))) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "run " + run.run() + " was for environment " + run.environment() + " at " + run.url() + ", tenant "
                            + run.tenant() + "; this is " + target.environment() + " at " + target.url() + ", tenant "
                            + target.tenant(),
                    "Name the other environment: -Didp-scripts.environment=" + run.environment()
                            + ". Nothing was changed.");
        }
    }
}
