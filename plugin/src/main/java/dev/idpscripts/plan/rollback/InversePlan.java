package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.plan.PlannedChange;
import java.util.List;

/**
 * What takes back what a run did, but for bodies of scripts, which go back with the server's own operation.
 *
 * @param planned the changes, in no order
 * @param remarks what stays as it is although the run changed it, and why; clauses
 * @param refusals what cannot be taken back, and why; clauses
 */
public record InversePlan(List<PlannedChange> planned, List<String> remarks, List<String> refusals) {

    /** Nothing but bodies. */
    public static final InversePlan NONE = new InversePlan(List.of(), List.of(), List.of());

    public InversePlan {
        planned = List.copyOf(planned);
        remarks = List.copyOf(remarks);
        refusals = List.copyOf(refusals);
    }
}
