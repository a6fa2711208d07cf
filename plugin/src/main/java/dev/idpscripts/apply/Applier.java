package dev.idpscripts.apply;

import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.Applied.Result;
import dev.idpscripts.model.plan.Applied.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Phase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.plan.Recheck;
import dev.idpscripts.plan.Recheck.Standing;
import dev.idpscripts.server.Parallel;
import dev.idpscripts.server.Server;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out a plan. Phases follow each other; within a phase, changes to different objects run at the same time, changes
 * to the same object or hook one after the other in the plan's order. After a failure nothing further is begun.
 */
public final class Applier {

    /** As many as the server is ever asked at once. */
    private static final int LANES = 4;

    private final ScriptWriter scripts;
    private final BindingWriter bindings;
    private final TemplateWriter templates;
    private final Progress progress;
    private final IdentityHashMap<Change, Result> results = new IdentityHashMap<>();
    private boolean stopped;

    /** Made for one plan. */
    public Applier(Server server, PushLabel label, Progress progress) {
        this.scripts = new ScriptWriter(server, label);
        this.bindings = new BindingWriter(server, scripts);
        this.templates = new TemplateWriter(server);
        this.progress = progress;
    }

    /** Carries out the plan as far as it goes; failures are in the result, not thrown. */
    public Applied apply(Plan plan) {
        progress.begin(plan.changes().size());
        carryOut(plan);
        return new Applied(plan.changes().stream().map(this::result).toList());
    }

    /**
     * The same, but leaves out what is done already.
     *
     * @param standings how the plan's changes stand; none of them stale
     */
    public Applied apply(Plan plan, List<Standing> standings) {
        Plan left = plan.only(standings.stream()
                .filter(standing -> standing.state() == Recheck.State.PENDING)
                .map(Standing::change)
                .toList());
        progress.begin(left.changes().size());
        carryOut(left);
        return new Applied(standings.stream()
                .map(standing -> standing.state() == Recheck.State.DONE
                        ? new Result(standing.change(), State.SKIPPED, "")
                        : result(standing.change()))
                .toList());
    }

    private Result result(Change change) {
        return results.getOrDefault(change, new Result(change, State.NOT_ATTEMPTED, ""));
    }

    private void carryOut(Plan plan) {
        try (Parallel parallel = new Parallel(LANES)) {
            for (Phase phase : Phase.values()) {
                parallel.each(lanes(plan, phase), lane -> lane.forEach(this::attempt));
            }
        }
        progress.end();
    }

    private static List<List<Change>> lanes(Plan plan, Phase phase) {
        Map<String, List<Change>> lanes = new LinkedHashMap<>();
        plan.changes().stream().filter(c -> c.phase() == phase).forEach(c -> lanes.computeIfAbsent(
                        lane(c), key -> new ArrayList<>())
                .add(c));
        return List.copyOf(lanes.values());
    }

    /** What must not overlap: a rename may wait for the name that another sets free, a binding for another's slot. */
    private static String lane(Change change) {
        return change.match(
                script -> script.phase() == Phase.RENAMES
                        ? "renames"
                        : script.subject().toString(),
                binding -> binding.slot().connector() + "\n" + binding.slot().hook(),
                template -> "templates");
    }

    private void attempt(Change change) {
        if (isStopped()) {
            return;
        }
        try {
            String remark = change.match(
                    script -> script.match(scripts),
                    binding -> binding.match(bindings),
                    template -> template.match(templates));
            record(new Result(change, State.APPLIED, remark));
        } catch (IdpScriptsException e) {
            record(new Result(change, State.FAILED, e.getMessage()));
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void record(Result result) {
        results.put(result.change(), result);
        stopped |= result.state() == State.FAILED;
        progress.done(result);
    }
}
