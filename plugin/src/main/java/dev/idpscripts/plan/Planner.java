package dev.idpscripts.plan;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.attribution.AuditTrail;
import dev.idpscripts.plan.attribution.BindingAttribution;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Compares files and server, and says what to do so that the server holds what the files declare. */
public final class Planner {

    private Planner() {}

    /**
     * The plan. It depends on nothing but its arguments, and not on their order.
     *
     * @param declared what is wanted
     * @param server what is there, with the bodies of all scripts; and with the evidence that {@link EvidenceQuery} asks for, or else every difference that needs it is attributed as unknown
     * @param options what the plan is made for
     */
    public static Plan plan(Declarations declared, Inventory server, PlanOptions options) {
        Declarations files = ServerSpelling.of(declared, server);
        PlanBuilder draft = new PlanBuilder();
        Ownership ours = new Ownership(server, options);
        AuditTrail trail = new AuditTrail(server, ours);
        ScriptPlanner scripts = new ScriptPlanner(files, server, options, ours, trail);
        BindingPlanner bindings = new BindingPlanner(
                files, server, options, scripts, new BindingAttribution(ours, trail, files.scriptNames()));
        Set<String> toBeBound = bindings.plan(draft);
        scripts.plan(draft, toBeBound);
        new TemplatePlanner(files, server, ours).plan(draft);
        remarkOnMissingFolders(files, server, options, draft);
        return new Plan(
                options.target(),
                options.repository(),
                draft.planned().stream()
                        .sorted(Comparator.comparing(each -> each.change().phase()))
                        .toList(),
                BlastRadius.reach(draft.planned(), server, bindings::name),
                draft.unmanaged().stream().sorted().toList(),
                draft.problems().stream().sorted().toList(),
                draft.remarks(),
                files.size(),
                server.size(),
                List.of());
    }

    private static void remarkOnMissingFolders(
            Declarations files, Inventory server, PlanOptions options, PlanBuilder draft) {
        if (!options.prune()) {
            return;
        }
        for (ObjectAddress.Type type : List.of(ObjectAddress.Type.SCRIPT, ObjectAddress.Type.BINDING)) {
            if (!files.kinds().contains(type) && server.size().of(type) > 0) {
                draft.remark("there is no folder " + type + "s, so no " + type
                        + " is pruned; an empty folder says \"none\"");
            }
        }
    }
}
