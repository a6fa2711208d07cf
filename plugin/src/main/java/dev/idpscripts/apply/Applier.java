package dev.idpscripts.apply;

import dev.idpscripts.apply.journal.EnduringJournal;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.undo.Undo;
import dev.idpscripts.apply.write.BindingWriter;
import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.apply.write.RollbackWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.ScriptWriter;
import dev.idpscripts.apply.write.TemplateWriter;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Phase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.http.Parallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Carries out a plan. Phases follow each other; within a phase, changes to different objects run at the same time, changes
 * to the same object or hook one after the other in the plan's order. After a failure the policy says how to go on.
 */
public final class Applier {

    /** As many as the server is ever asked at once. */
    private static final int LANES = 4;

    private final Change.Handlers<String> writers;
    private final UnaryOperator<List<Result>> undo;
    private final OnFailure policy;
    private final SmokeTest smoke;
    private final EnduringJournal journal;
    private final Progress progress;
    private final Attempts attempts;

    private Applier(
            Change.Handlers<String> writers,
            UnaryOperator<List<Result>> undo,
            OnFailure policy,
            SmokeTest smoke,
            EnduringJournal journal,
            Progress progress) {
        this.writers = writers;
        this.undo = undo;
        this.policy = policy;
        this.smoke = smoke;
        this.journal = journal;
        this.progress = progress;
        this.attempts = new Attempts(policy, progress);
    }

    /** Carries out one plan. */
    public static Applier applying(
            Server server, PushLabel label, OnFailure policy, SmokeTest smoke, Journal journal, Progress progress) {
        EnduringJournal notes = new EnduringJournal(journal);
        JudgedWriter writes = new JudgedWriter(notes);
        RunState runState = new RunState();
        ScriptWriter scripts = new ScriptWriter(server, label::of, writes, runState);
        UnaryOperator<List<Result>> undo = new Undo(server, label, writes, runState)::of;
        return new Applier(writers(server, scripts, writes, runState), undo, policy, smoke, notes, progress);
    }

    /**
     * Carries out one rollback. One thing does not wait for another, so after a failure the others still go back; nothing is undone,
     * for that would bring back what was to go.
     */
    public static Applier rollingBack(
            Server server, RollbackPlan plan, RollbackLabel label, Journal journal, Progress progress) {
        EnduringJournal notes = new EnduringJournal(journal);
        JudgedWriter writes = new JudgedWriter(notes);
        RunState runState = new RunState();
        ScriptWriter scripts = new ScriptWriter(server, body -> label.again(), writes, runState);
        RollbackWriter back = new RollbackWriter(server, plan, label, writes, scripts);
        return new Applier(
                writers(server, back, writes, runState),
                attempts -> List.of(),
                OnFailure.CONTINUE,
                SmokeTest.none(),
                notes,
                progress);
    }

    private static Change.Handlers<String> writers(
            Server server, ScriptChange.Cases<String> scripts, JudgedWriter writes, RunState runState) {
        return new Change.Handlers<>(
                new NamedWriter(server, writes, runState),
                scripts,
                new BindingWriter(server, writes, runState),
                new TemplateWriter(server, writes, runState));
    }

    /**
     * Carries out the plan as far as it goes; failures are in the result, not thrown. What is done already is left out.
     *
     * @param statuses how the plan's changes stand, in its order; none of them stale
     */
    public ApplyResult apply(Plan plan, List<ChangeStatus> statuses) {
        Plan left = plan.only(pending(plan, statuses));
        attempts.expect(left.changes());
        journal.begin(left, policy);
        progress.begin(left.changes().size());
        try (Parallel parallel = new Parallel(LANES)) {
            for (Phase phase : Phase.values()) {
                parallel.each(lanes(left, phase), lane -> lane.forEach(this::attempt));
            }
            parallel.each(attempts.pushed(), this::smoke);
        }
        boolean takenBack = policy == OnFailure.ROLLBACK && attempts.isFailed() && !attempts.isInterrupted();
        if (takenBack) {
            journal.undoing();
            undo.apply(attempts.begun()).forEach(attempts::taken);
        }
        progress.end();
        journal.end(attempts.summary());
        return new ApplyResult(statuses.stream().map(attempts::result).toList(), attempts.isInterrupted(), takenBack);
    }

    /** What is still to do: with the server's objects as they are now, and the reasons that the plan gave. */
    private static List<PlannedChange> pending(Plan plan, List<ChangeStatus> statuses) {
        List<PlannedChange> pending = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).state() == ChangeStatus.State.PENDING) {
                pending.add(new PlannedChange(
                        statuses.get(i).change(), plan.planned().get(i).reason()));
            }
        }
        return pending;
    }

    /** Begins nothing further; what is being written is finished. For other threads. */
    public void interrupt() {
        attempts.interrupt();
    }

    /** Why the journal does not tell all of the run; empty if it does. */
    public Optional<String> unnoted() {
        return journal.broken();
    }

    /** What was begun and has not come to its end. For other threads. */
    public List<Change> open() {
        return attempts.open();
    }

    private void smoke(ScriptChange change) {
        Optional<String> complaint;
        try {
            complaint = change.body().flatMap(smoke::complaint);
        } catch (RuntimeException | Error e) {
            complaint = Optional.of(Unexpected.message(e));
        }
        complaint.ifPresent(
                text -> attempts.failed(change, "it was pushed, but a trial on the server failed: " + text));
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
        if (change instanceof BindingChange binding) {
            return binding.slot().connector() + "\n" + binding.slot().hook();
        }
        if (!change.isOfScript()) {
            return "templates";
        }
        return change.phase() == Phase.RENAMES ? "renames" : change.subject().toString();
    }

    private void attempt(Change change) {
        if (!attempts.begin(change)) {
            return;
        }
        try {
            String remark = change.match(writers);
            attempts.record(new Result(change, State.APPLIED, remark));
        } catch (RuntimeException | Error e) {
            attempts.record(new Result(change, State.FAILED, Unexpected.message(e)));
            if (journal.broken().isPresent()) {
                attempts.stop();
            }
        }
    }
}
