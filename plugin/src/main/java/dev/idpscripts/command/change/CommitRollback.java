package dev.idpscripts.command.change;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.declared.PastRequest;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.rollback.CommitReversal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads what going back to all that a commit declared is planned from.
 *
 * @param session has the commit's files
 * @param open the way to its server
 */
public record CommitRollback(Session session, Connection open) {

    /** The plan. */
    public RollbackPlan plan() {
        Declarations then = session.files();
        PlanMetadata made = session.metadata();
        CommitReversal reversal = new CommitReversal(made.commit(), made.subject());
        Inventory server = session.reader(open).read(script -> true);
        Set<String> scripts = reversal.scripts(then, server, session.repository(), this::versions);
        Set<String> templates = reversal.templates(then, server);
        Past past =
                session.history().read(new PastRequest(scripts, templates, Set.of(), Set.of(), Set.of(made.commit())));
        PlanSession comparing = session.comparing(reversal.removing(then, scripts, templates, past), open, false);
        Plan plan = comparing.plan();
        Map<UUID, List<StoredVersion>> histories =
                CommitReversal.changing(plan).stream().collect(Collectors.toMap(StoredScript::id, this::versions));
        return reversal.plan(plan, histories);
    }

    private List<StoredVersion> versions(StoredScript script) {
        return open.server().versions().all(script.id(), script.name());
    }
}
