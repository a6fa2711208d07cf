package dev.idpscripts.plan;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.Target;

/**
 * What a plan is made for.
 *
 * @param target the server and tenant
 * @param repository this repository's id: what carries it on the server was pushed from here
 * @param prune whether what this repository pushed and no file declares any more is removed
 * @param checkout what Git tells about the commits that were pushed
 */
public record PlanOptions(Target target, String repository, boolean prune, Checkout checkout) {

    /** Without Git. */
    public PlanOptions(Target target, String repository, boolean prune) {
        this(target, repository, prune, Checkout.UNKNOWN);
    }

    /** The same, with what Git tells. */
    public PlanOptions with(Checkout known) {
        return new PlanOptions(target, repository, prune, known);
    }
}
