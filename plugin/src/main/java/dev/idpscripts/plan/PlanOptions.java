package dev.idpscripts.plan;

import dev.idpscripts.model.plan.Target;

/**
 * What a plan is made for.
 *
 * @param target the server and tenant
 * @param repository this repository's id: what carries it on the server was pushed from here
 * @param prune whether what this repository pushed and no file declares any more is removed
 */
public record PlanOptions(Target target, String repository, boolean prune) {}
