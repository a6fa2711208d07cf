package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.Verdict;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.ScriptsApi;
import dev.idpscripts.server.Server;
import java.util.Optional;
import java.util.UUID;

/** Makes a script's body live again that was live before this run pushed another. */
final class BodyUndo {

    private final Server server;
    private final ScriptsApi scripts;
    private final PushLabel label;
    private final JudgedWriter writes;
    private final RunState runState;

    BodyUndo(Server server, PushLabel label, JudgedWriter writes, RunState runState) {
        this.server = server;
        this.scripts = server.scripts();
        this.label = label;
        this.writes = writes;
        this.runState = runState;
    }

    /** Returns what was done, empty if there was nothing to undo. */
    String update(ScriptChange.Update c) {
        UUID id = c.current().id();
        String name = c.script().name();
        int base = c.current().currentVersion();
        int ours = runState.pushed(c).orElse(base + 1);
        String byHand = "POST /governance/scripts/" + id + "/rollback {\"target_version\": " + (ours - 1) + "}";
        Optional<StoredVersion> pushed = server.versions().get(id, name, ours).filter(v -> isOurs(v, c.script()));
        if (pushed.isEmpty()) {
            return "";
        }
        int now = scripts.get(id, name).currentVersion();
        if (now < ours) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "version " + ours + " was stored but version " + now
                            + " is still the current one: the script is wedged",
                    "It runs as before, but takes no further version. To recreate it: "
                            + GoalCommand.of("apply").with("recreateWedged"));
        }
        if (now > ours) {
            throw CannotUndo.because("somebody else pushed version " + now + " on top of our version " + ours, byHand);
        }
        StoredVersion before = server.versions()
                .get(id, name, ours - 1)
                .orElseThrow(() -> CannotUndo.because(
                        "the server has no version " + (ours - 1) + " to go back to",
                        "POST /governance/scripts/" + id + "/versions with the body that is wanted"));
        String reason = reason(before);
        StoredVersion back = writes.send(
                c,
                "undo: rollback",
                () -> server.versions().rollback(id, name, ours - 1, reason),
                () -> rolledBack(id, name, ours, before, reason));
        return back.versionNumber() == ours + 1
                ? "version " + (ours - 1) + " is live again, as version " + back.versionNumber()
                : overtaken(c, id, back.versionNumber());
    }

    /** Somebody pushed between our look and our rollback: theirs was live for a moment, and has to be again. */
    private String overtaken(ScriptChange.Update c, UUID id, int ours) {
        String name = c.script().name();
        int theirs = ours - 1;
        String reason = RollbackNote.overtaken(theirs);
        StoredVersion back = writes.send(
                c,
                "undo: rollback",
                () -> server.versions().rollback(id, name, theirs, reason),
                () -> Verdict.doneIf(
                        server.versions().get(id, name, ours + 1), v -> reason.equals(v.changeDescription())));
        if (back.versionNumber() != ours + 1) {
            throw CannotUndo.because(
                    "somebody else pushed version " + theirs + " and then version " + (back.versionNumber() - 1)
                            + " of script " + name + " at the same moment; version " + back.versionNumber()
                            + " has the body of version " + theirs,
                    "POST /governance/scripts/" + id + "/rollback {\"target_version\": " + (back.versionNumber() - 1)
                            + "}");
        }
        return "somebody else pushed version " + theirs + " at the same moment; it is live again, as version "
                + back.versionNumber();
    }

    /** The old label, so that the next plan takes the old body for what it was: ours, or somebody's. */
    static String reason(StoredVersion before) {
        return Optional.ofNullable(before.changeDescription())
                .filter(text -> Provenance.parse(text).isPresent())
                .orElse(RollbackNote.undone(before.versionNumber()));
    }

    private Verdict<StoredVersion> rolledBack(UUID id, String name, int ours, StoredVersion before, String reason) {
        StoredScript now = scripts.get(id, name);
        Optional<StoredVersion> next = server.versions().get(id, name, ours + 1);
        if (next.isPresent() && now.currentVersion() <= ours) {
            return Verdict.notDone("version " + (ours + 1)
                    + " was stored but did not become current: the script is wedged and runs our body");
        }
        return next.filter(v -> v.scriptBody().equals(before.scriptBody()) && reason.equals(v.changeDescription()))
                .map(Verdict::done)
                .orElse(Verdict.notDone());
    }

    /** Whether this run pushed the version. */
    boolean isOurs(StoredVersion version, Script script) {
        return version.scriptBody().equals(script.body().text())
                && label.of(script.body()).equals(version.changeDescription());
    }
}
