package dev.idpscripts.plan.pull;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.model.pull.PulledScript;
import dev.idpscripts.model.pull.PulledTemplate;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.ScriptPlanner;
import dev.idpscripts.plan.ServerSpelling;
import dev.idpscripts.plan.attribution.AuditTrail;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The way back: says what the files are to declare so that what is on the server is in them too. It reads a plan the other way
 * round. What the plan would push because of an edit in the files stays as the files have it; what it would undo of somebody's
 * work on the server is taken over; where both sides changed, bodies are merged, and the rest is left to people. Objects that no
 * file declares and no tombstone names are declared.
 */
public final class Puller {

    /** Stands for the place of what no file says yet. */
    static final SourceLocation NOWHERE = SourceLocation.of("");

    private Puller() {}

    /**
     * What is to be pulled.
     *
     * @param declared as the files say it
     * @param server with the bodies of all scripts, and the evidence that the plan was made with
     * @param plan made from the same files, server and options, without pruning
     */
    public static Pull pull(Declarations declared, Inventory server, Plan plan, PlanOptions options) {
        Declarations files = ServerSpelling.of(declared, server);
        List<String> remarks = new ArrayList<>();
        plan.problems().stream().map(Problem::toString).forEach(remarks::add);
        Ownership ours = new Ownership(server, options);
        ScriptPlanner planner = new ScriptPlanner(files, server, options, ours, new AuditTrail(server, ours));
        ScriptPuller scripts = new ScriptPuller(plan, ours, planner, remarks);
        List<PulledScript> pulledScripts = scripts.pull(files.scripts());
        List<PulledTemplate> templates = new TemplatePuller(plan, remarks).pull(files.templates(), server.templates());
        List<PulledBindings> bindings = new BindingPuller(
                        files,
                        server,
                        plan,
                        scripts.names(),
                        name -> planner.matches().of(name).map(StoredScript::id),
                        remarks)
                .pull();
        return new Pull(
                pulledScripts.stream()
                        .sorted(Comparator.comparing(PulledScript::name))
                        .toList(),
                templates.stream()
                        .sorted(Comparator.comparing(PulledTemplate::name))
                        .toList(),
                bindings,
                remarks);
    }
}
