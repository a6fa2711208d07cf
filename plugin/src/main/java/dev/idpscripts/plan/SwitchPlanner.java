package dev.idpscripts.plan;

import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans the emergency switch: some scripts on or off, whatever the files say. */
public final class SwitchPlanner {

    private SwitchPlanner() {}

    /**
     * The plan; scripts that have the status already are not in it.
     *
     * @param scripts which, as they are on the server
     * @param active on or off
     * @param reason why, in a person's words
     * @param files how much they declare, for people only
     */
    public static Plan plan(
            Target target,
            String repository,
            Inventory server,
            List<StoredScript> scripts,
            boolean active,
            String reason,
            ObjectCounts files) {
        Reason why = Reason.of(reason).by(new Attribution(Attribution.Cause.SWITCH, List.of(), Optional.empty(), ""));
        List<PlannedChange> planned = scripts.stream()
                .filter(script -> (script.status() == ScriptStatus.ACTIVE) != active)
                .<Change>map(script -> active
                        ? new ScriptChange.Activate(Optional.of(script), script.name())
                        : new ScriptChange.Deactivate(Optional.of(script), script.name()))
                .map(change -> new PlannedChange(change, why))
                .toList();
        return new Plan(
                target,
                repository,
                planned,
                BlastRadius.reach(planned, server, id -> name(server, id)),
                List.of(),
                List.of(),
                List.of(),
                files,
                server.size(),
                List.of());
    }

    private static String name(Inventory server, UUID id) {
        return server.scripts().stream()
                .filter(script -> script.id().equals(id))
                .map(StoredScript::name)
                .findFirst()
                .orElse("unknown script " + id);
    }
}
