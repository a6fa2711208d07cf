package dev.idpscripts.apply;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the server, and holds a plan against it: before the first write, and after the last. */
public final class PlanVerifier {

    private final InventoryReader reader;

    public PlanVerifier(Server server, UUID tenant, VersionCache cache) {
        this.reader = new InventoryReader(server, tenant, cache);
    }

    /** How each change stands now; costs the four lists, and versions only of scripts that the plan pushes or deletes. */
    public List<ChangeStatus> of(Plan plan) {
        Set<UUID> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        plan.changes().stream().filter(Change::isOfScript).forEach(change -> pushed(change, ids, names));
        InventoryReader expecting = reader.expecting(
                plan.changes().stream().anyMatch(BindingChange.class::isInstance),
                plan.changes().stream().anyMatch(change -> change.subject().type() == ObjectAddress.Type.TEMPLATE));
        return StalenessCheck.compare(plan, expecting.read(script -> matters(script, ids, names)));
    }

    private static void pushed(Change change, Set<UUID> ids, Set<String> names) {
        if (change instanceof ScriptChange.Create) {
            names.add(change.subject().name());
        } else if (change.kind() == Change.Kind.UPDATE || change.kind() == Change.Kind.DELETE) {
            change.stored().ifPresent(stored -> ids.add(stored.id()));
        }
    }

    private static boolean matters(StoredScript script, Set<UUID> ids, Set<String> names) {
        return ids.contains(script.id()) || names.contains(script.name());
    }
}
