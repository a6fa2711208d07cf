package dev.idpscripts.mojo;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.PlanOptions;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import java.util.HashSet;
import java.util.Set;

/**
 * Files and server, ready to be compared as often as needed.
 *
 * @param files what is wanted
 * @param server what is there
 * @param cache versions read or pushed before
 * @param options what plans are made for
 */
record Planning(Declarations files, Server server, VersionCache cache, PlanOptions options) {

    /** Reads the server and compares. */
    Plan plan() {
        Set<String> names = new HashSet<>();
        for (Script script : files.scripts()) {
            names.add(script.name());
            script.renamedFrom().ifPresent(names::add);
        }
        Inventory inventory = new InventoryReader(server, options.target().tenant(), cache)
                .read(script -> names.contains(script.name()) || options.prune());
        return Planner.plan(files, inventory, options);
    }
}
