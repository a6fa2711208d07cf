package dev.idpscripts.model.plan;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.declared.Past;

/**
 * What a plan is made for.
 *
 * @param target the server and tenant
 * @param repository this repository's id: what carries it on the server was pushed from here
 * @param prune whether what this repository pushed and no file declares any more is removed
 * @param recreateWedged whether scripts that can take no further version are recreated (server.md 3.2)
 * @param checkout what Git tells about the commits that were pushed
 * @param past what this repository declared at its commits
 * @param onlyProven whether a binding that no file declares goes only where commits prove that one did: a pull must not lose what may be new
 */
public record PlanOptions(
        Target target,
        String repository,
        boolean prune,
        boolean recreateWedged,
        Checkout checkout,
        Past past,
        boolean onlyProven) {

    /** Without Git; wedged scripts stay as they are. */
    public PlanOptions(Target target, String repository, boolean prune) {
        this(target, repository, prune, false, Checkout.UNKNOWN, Past.UNKNOWN, false);
    }

    /** The same, with wedged scripts made anew. */
    public PlanOptions recreatingWedged() {
        return new PlanOptions(target, repository, prune, true, checkout, past, onlyProven);
    }

    /** The same, with what Git tells. */
    public PlanOptions with(Checkout known) {
        return new PlanOptions(target, repository, prune, recreateWedged, known, past, onlyProven);
    }

    /** The same, with what was declared before. */
    public PlanOptions with(Past known) {
        return new PlanOptions(target, repository, prune, recreateWedged, checkout, known, onlyProven);
    }

    /** The same for a pull. */
    public PlanOptions forPull() {
        return new PlanOptions(target, repository, prune, recreateWedged, checkout, past, true);
    }
}
