package dev.idpscripts.apply.write;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.Server;
import java.util.Map;
import java.util.UUID;

/** Lets scripts go back to an old version, with the server's own operation; what else is to be taken back is written as an apply does. */
public final class RollbackWriter implements ScriptChange.Cases<String> {

    private final Server server;
    private final Map<UUID, RollbackPlan.EarlierVersion> targets;
    private final RollbackLabel label;
    private final VersionRollback rollback;
    private final ScriptWriter scripts;

    /** @param scripts writes what is no body */
    public RollbackWriter(
            Server server, RollbackPlan plan, RollbackLabel label, JudgedWriter writes, ScriptWriter scripts) {
        this.server = server;
        this.targets = plan.targets();
        this.label = label;
        this.rollback = new VersionRollback(server, writes);
        this.scripts = scripts;
    }

    @Override
    public String update(ScriptChange.Update change) {
        StoredScript script = change.current();
        RollbackPlan.EarlierVersion target = targets.get(script.id());
        if (target == null) {
            // A script that is made again, and was made without its body when the connection was cut.
            return scripts.update(change);
        }
        StoredVersion back =
                rollback.send(change, script, target.version(), change.script().body(), label.of(target));
        if (!new Body(back.scriptBody()).equals(change.script().body())) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "the server made version " + back.versionNumber() + " of script " + script.name()
                            + " with another body than " + target + " had",
                    "");
        }
        if (back.versionNumber() != script.currentVersion() + 1) {
            throw overtaken(script, target, back.versionNumber());
        }
        return "as version " + back.versionNumber() + ", from " + target;
    }

    /** Somebody pushed between our look and our rollback: theirs was live for a moment, and the old body is now. */
    private EnvironmentError overtaken(StoredScript script, RollbackPlan.EarlierVersion target, int ours) {
        int theirs = ours - 1;
        String who = server.versions()
                .get(script.id(), script.name(), theirs)
                .map(version -> Edit.of(version).toString())
                .orElse("somebody pushed version " + theirs);
        return new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "script " + script.name() + " went back to " + target + " as version " + ours + ", not "
                        + (script.currentVersion() + 1) + ": at the same time " + who,
                "The old body is live, theirs was for a moment. If theirs is wanted:\n  "
                        + GoalCommand.of("rollback")
                                .with("script", script.name())
                                .with("toVersion", theirs));
    }

    @Override
    public String create(ScriptChange.Create change) {
        return scripts.create(change);
    }

    @Override
    public String activate(ScriptChange.Activate change) {
        return scripts.activate(change);
    }

    @Override
    public String deactivate(ScriptChange.Deactivate change) {
        return scripts.deactivate(change);
    }
}
