package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.ScriptWriter;
import dev.idpscripts.apply.write.Statuses;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
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
        UUID made = makeAgain(old, version);
        restoreStatus(c, old);
        return "made again with the id " + made + "; its " + old.currentVersion() + " versions are lost";
    }

    private UUID makeAgain(StoredScript old, StoredVersion version) {
        ScriptWriter writer = new ScriptWriter(server, body -> BodyUndo.reason(version), writes, runState);
        try {
            writer.create(new ScriptChange.Create(Recreate.script(old, new Body(version.scriptBody()))));
        } catch (IdpScriptsException e) {
            UUID half = runState.created(old.name()).orElseThrow(() -> e);
            if (!isComplete(half, old, version, e)) {
                throw e;
            }
        }
        UUID made = runState.created(old.name()).orElseThrow();
        runState.remade(old.id(), made);
        return made;
    }

    /** Whether the body is there all the same. One without a body is deleted again: nobody could tell later whose it is. */
    private boolean isComplete(UUID half, StoredScript old, StoredVersion version, IdpScriptsException why) {
        try {
            StoredScript there = scripts.get(half, old.name());
            if (there.currentVersion() == 1) {
                named.delete(new NamedChange.Delete(there));
                return false;
            }
            if (server.versions()
                    .get(half, old.name(), there.currentVersion())
                    .filter(now -> new Body(now.scriptBody()).equals(new Body(version.scriptBody())))
                    .isPresent()) {
                return true;
            }
        } catch (IdpScriptsException e) {
            why.addSuppressed(e);
        }
        throw CannotUndo.because(
                "it was made again with the id " + half + ", but perhaps without its body: " + why.what(),
                "POST /governance/scripts/" + half + "/versions with the body from Git, and "
                        + (old.status() == ScriptStatus.ACTIVE ? "POST …/activate" : "leave it inactive"));
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
