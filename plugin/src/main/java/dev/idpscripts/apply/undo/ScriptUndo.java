package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.ScriptWriter;
import dev.idpscripts.apply.write.Statuses;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.rollback.Recreate;
import dev.idpscripts.server.ScriptsApi;
import dev.idpscripts.server.Server;
import java.util.Optional;
import java.util.UUID;

/**
 * Undoes changes to scripts. Each looks at the server first and touches only what it finds as this run left it. Returns what was done,
 * empty if there was nothing to undo.
 */
final class ScriptUndo implements ScriptChange.Cases<String> {

    private static final String NO_DRAFT = "inactive now; it was a draft, and the server has no way back to that";

    private final Server server;
    private final ScriptsApi scripts;
    private final BodyUndo bodies;
    private final JudgedWriter writes;
    private final NamedWriter named;
    private final Statuses statuses;
    private final RunState runState;

    ScriptUndo(Server server, PushLabel label, JudgedWriter writes, NamedWriter named, RunState runState) {
        this.server = server;
        this.scripts = server.scripts();
        this.bodies = new BodyUndo(server, label, writes, runState);
        this.writes = writes;
        this.named = named;
        this.statuses = new Statuses(scripts, writes);
        this.runState = runState;
    }

    @Override
    public String create(ScriptChange.Create c) {
        String name = c.script().name();
        Optional<StoredScript> found = runState.created(name)
                .map(id -> JudgedWriter.found(() -> scripts.get(id, name)))
                .orElseGet(() -> sought(c));
        if (found.isEmpty()) {
            return "";
        }
        StoredScript script = found.get();
        Optional<StoredVersion> second = server.versions().get(script.id(), name, 2);
        if (script.currentVersion() > 2
                || second.filter(v -> !bodies.isOurs(v, c.script())).isPresent()) {
            throw CannotUndo.because(
                    "somebody else pushed version " + script.currentVersion() + " of the script that this run made",
                    "DELETE /governance/scripts/" + script.id());
        }
        named.delete(new NamedChange.Delete(script));
        return "deleted again";
    }

    /** One whose id was never heard. */
    private Optional<StoredScript> sought(ScriptChange.Create c) {
        String name = c.script().name();
        if (!writes.isUnknown(c) && !writes.isAnybodys(c)) {
            return Optional.empty();
        }
        Optional<StoredScript> found = scripts.byName(name)
                .flatMap(script -> ScriptWriter.created(script, c.script()).done());
        if (writes.isAnybodys(c) && found.isPresent()) {
            throw CannotUndo.anybodys(
                    "DELETE /governance/scripts/" + found.get().id());
        }
        return found;
    }

    @Override
    public String update(ScriptChange.Update c) {
        return bodies.update(c);
    }

    @Override
    public String activate(ScriptChange.Activate c) {
        if (c.current().isEmpty()) {
            return "goes with the script";
        }
        StoredScript before = c.current().get();
        boolean changed = setStatus(c, before, ScriptStatus.ACTIVE, ScriptStatus.INACTIVE);
        if (before.status() == ScriptStatus.DRAFT) {
            return NO_DRAFT;
        }
        return changed ? "inactive again" : "";
    }

    @Override
    public String deactivate(ScriptChange.Deactivate c) {
        if (c.current().isEmpty()) {
            return "goes with the script";
        }
        StoredScript before = c.current().get();
        if (before.status() == ScriptStatus.DRAFT) {
            // Making it active would let run what never ran.
            return NO_DRAFT;
        }
        return setStatus(c, before, ScriptStatus.INACTIVE, ScriptStatus.ACTIVE) ? "active again" : "";
    }

    /** Whether there was anything to do. */
    private boolean setStatus(Change change, StoredScript script, ScriptStatus from, ScriptStatus to) {
        UUID id = runState.now(script.id());
        String name = script.name();
        Optional<StoredScript> now = JudgedWriter.found(() -> scripts.get(id, name));
        if (now.filter(s -> s.status() == from).isEmpty()) {
            return false;
        }
        statuses.set(change, id, name, to == ScriptStatus.ACTIVE);
        return true;
    }

    /** A deleted script is made again: with another id and without its history, which nobody can bring back. */
    String restore(NamedChange.Delete c, StoredScript old) {
        if (JudgedWriter.found(() -> scripts.get(old.id(), old.name())).isPresent()) {
            return "";
        }
        StoredVersion version = runState.deleted(old.id())
                .orElseThrow(() -> CannotUndo.because(
                        "its body was not read before", "POST /governance/scripts, with the body from Git"));
        if (scripts.byName(old.name()).isPresent()) {
            throw CannotUndo.because("somebody else made a script of that name", "POST /governance/scripts");
        }
        String remark = makeAgain(old, version);
        restoreStatus(c, old);
        return "made again with the id " + runState.now(old.id()) + "; its " + old.currentVersion()
                + " versions are lost" + remark;
    }

    private String makeAgain(StoredScript old, StoredVersion version) {
        ScriptWriter writer = new ScriptWriter(server, body -> BodyUndo.reason(version), writes, runState);
        String remark = "";
        try {
            writer.create(new ScriptChange.Create(Recreate.script(old, new Body(version.scriptBody()))));
        } catch (IdpScriptsException e) {
            remark = complete(runState.created(old.name()).orElseThrow(() -> e), old, version, e);
        }
        runState.remade(old.id(), runState.created(old.name()).orElseThrow());
        return remark;
    }

    /**
     * Sees whether the body is there all the same; one without a body is deleted again, for nobody could tell later whose it is.
     *
     * @return whom it overtook, if anybody
     */
    private String complete(UUID half, StoredScript old, StoredVersion version, IdpScriptsException why) {
        StoredScript there;
        boolean hasBody;
        try {
            there = scripts.get(half, old.name());
            hasBody = there.currentVersion() > 1 && holds(there, version);
            if (there.currentVersion() == 1) {
                named.delete(new NamedChange.Delete(there));
            }
        } catch (IdpScriptsException e) {
            why.addSuppressed(e);
            throw perhapsWithoutBody(half, old, why);
        }
        if (there.currentVersion() == 1) {
            throw why;
        }
        if (!hasBody) {
            throw perhapsWithoutBody(half, old, why);
        }
        return there.currentVersion() == 2 ? "" : "; " + why.what();
    }

    private boolean holds(StoredScript there, StoredVersion version) {
        return server.versions()
                .get(there.id(), there.name(), there.currentVersion())
                .filter(now -> new Body(now.scriptBody()).equals(new Body(version.scriptBody())))
                .isPresent();
    }

    private static EnvironmentError perhapsWithoutBody(UUID half, StoredScript old, IdpScriptsException why) {
        String path = "/governance/scripts/" + half;
        return CannotUndo.because(
                "it was made again with the id " + half + ", but perhaps without its body: " + why.what(),
                "POST " + path + "/versions with the body from Git"
                        + (old.status() == ScriptStatus.ACTIVE ? ", POST " + path + "/activate" : ""));
    }

    private void restoreStatus(Change change, StoredScript old) {
        if (old.status() != ScriptStatus.DRAFT) {
            setStatus(change, old, ScriptStatus.DRAFT, ScriptStatus.ACTIVE);
        }
        if (old.status() == ScriptStatus.INACTIVE) {
            setStatus(change, old, ScriptStatus.ACTIVE, ScriptStatus.INACTIVE);
        }
    }
}
