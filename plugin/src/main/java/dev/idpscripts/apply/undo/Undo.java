package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.server.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes back what a run did, the latest first, one after the other. */
public final class Undo {

    private final Change.Handlers<String> handlers;
    private final JudgedWriter writes;
    private final RunState runState;

    public Undo(Server server, PushLabel label, JudgedWriter writes, RunState runState) {
        this.runState = runState;
        this.writes = writes;
        NamedWriter named = new NamedWriter(server, writes, runState);
        ScriptUndo scripts = new ScriptUndo(server, label, writes, named, runState);
        TemplateUndo templates = new TemplateUndo(server, writes, named, runState);
        this.handlers = new Change.Handlers<>(
                new NamedUndo(server, scripts, templates, named, runState),
                scripts,
                new BindingUndo(server, writes, runState),
                templates);
    }

    /**
     * Undoes all.
     *
     * @param attempts what was begun, in that order, whatever came of it
     * @return the same changes, the latest first, as they are now
     */
    public List<Result> of(List<Result> attempts) {
        List<Result> latestFirst = new ArrayList<>(attempts);
        Collections.reverse(latestFirst);
        return latestFirst.stream().map(this::undone).toList();
    }

    private Result undone(Result attempt) {
        Change change = attempt.change();
        try {
            writes.undoing(change);
            String note = change.match(handlers);
            if (attempt.state() == State.APPLIED) {
                return new Result(change, State.UNDONE, note.isEmpty() ? "somebody else took it back already" : note);
            }
            return new Result(change, attempt.state(), attempt.message() + (note.isEmpty() ? "" : "\nUndone: " + note));
        } catch (RuntimeException | Error e) {
            String reason = Unexpected.message(e);
            String left = "Not undone: " + reason
                    + (reason.contains(CannotUndo.BY_HAND)
                            ? ""
                            : "\n" + CannotUndo.BY_HAND + ByHand.request(change, runState));
            return new Result(
                    change,
                    attempt.state() == State.APPLIED ? State.NOT_UNDONE : attempt.state(),
                    attempt.state() == State.APPLIED ? left : attempt.message() + "\n" + left,
                    true);
        }
    }
}
