package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.VersionRollback;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.ScriptsApi;
import dev.idpscripts.server.Server;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Makes a script's body live again that was live before this run pushed another. */
final class BodyUndo {

    private final Server server;
    private final ScriptsApi scripts;
    private final PushLabel label;
    private final VersionRollback rollback;
    private final RunState runState;

    BodyUndo(Server server, PushLabel label, JudgedWriter writes, RunState runState) {
        this.server = server;
        this.scripts = server.scripts();
        this.label = label;
        this.rollback = new VersionRollback(server, writes);
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
        StoredScript script = scripts.get(id, name);
        int now = script.currentVersion();
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
        StoredVersion back = goBack(c, script, before, reason(before));
        return back.versionNumber() == ours + 1
                ? "version " + (ours - 1) + " is live again, as version " + back.versionNumber()
                : overtaken(c, script, back.versionNumber());
    }

    private StoredVersion goBack(ScriptChange.Update c, StoredScript script, StoredVersion to, String reason) {
        return rollback.send(c, script, to.versionNumber(), new Body(to.scriptBody()), reason);
    }

    /** Somebody pushed between our look and our rollback: theirs was live for a moment, and has to be again. */
    private String overtaken(ScriptChange.Update c, StoredScript script, int ours) {
        int theirs = ours - 1;
        StoredVersion back;
        try {
            StoredVersion live =
                    server.versions().get(script.id(), script.name(), theirs).orElseThrow();
            StoredScript now = scripts.get(script.id(), script.name());
            back = goBack(c, now, live, RollbackNote.overtaken(theirs));
        } catch (IdpScriptsException | NoSuchElementException e) {
            throw overtakenFor(
                    script,
                    theirs,
                    "version " + theirs + " of script " + script.name() + ", and it could not be made live again: "
                            + Unexpected.what(e));
        }
        if (back.versionNumber() != ours + 1) {
            throw overtakenFor(
                    script,
                    back.versionNumber() - 1,
                    "version " + theirs + " and then version "
                            + (back.versionNumber() - 1) + " of script " + script.name() + "; version "
                            + back.versionNumber()
                            + " has the body of version " + theirs);
        }
        return "somebody else pushed version " + theirs + " at the same moment; it is live again, as version "
                + back.versionNumber();
    }

    private static EnvironmentError overtakenFor(StoredScript script, int wanted, String what) {
        return CannotUndo.because(
                "somebody else pushed, at the same moment, " + what,
                "POST /governance/scripts/" + script.id() + "/rollback {\"target_version\": " + wanted + "}");
    }

    /** The old label, so that the next plan takes the old body for what it was: ours, or somebody's. */
    static String reason(StoredVersion before) {
        return Optional.ofNullable(before.changeDescription())
                .filter(text -> Provenance.parse(text).isPresent())
                .orElse(RollbackNote.undone(before.versionNumber()));
    }

    /** Whether this run pushed the version. */
    boolean isOurs(StoredVersion version, Script script) {
        return version.scriptBody().equals(script.body().text())
                && label.of(script.body()).equals(version.changeDescription());
    }
}
