package dev.idpscripts.command.session;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.Planner;

/**
 * A server as it was when it was read.
 *
 * @param server with the body of every script
 * @param options what plans are made for
 */
public record ServerSnapshot(Inventory server, PlanOptions options) {

    /** How the files differ from it; who made the differences is not asked. */
    public Plan plan(Declarations files) {
        return Planner.plan(files, server, options);
    }
}
