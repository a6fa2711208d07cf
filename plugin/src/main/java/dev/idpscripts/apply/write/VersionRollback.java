package dev.idpscripts.apply.write;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.Server;
import java.util.Optional;

/** Lets a script go back to an old version, with the server's own operation, which copies the old body into a new version. */
public final class VersionRollback {

    private final Server server;
    private final JudgedWriter writes;

    public VersionRollback(Server server, JudgedWriter writes) {
        this.server = server;
        this.writes = writes;
    }

    /**
     * Sends it.
     *
     * @param change what it belongs to
     * @param script as it is now
     * @param target the old version's number
     * @param body its body; bodies that were pushed without this plugin may have other line ends
     * @param reason what is to stand beside the new version
     * @return the new version; with another number than the next, somebody pushed at the same moment and was overtaken
     */
    public StoredVersion send(Change change, StoredScript script, int target, Body body, String reason) {
        return writes.send(
                change,
                "rollback",
                () -> server.versions().rollback(script.id(), script.name(), target, reason),
                () -> judge(script, body, reason));
    }

    /** Ours is the next version, with the old body and our reason. A number above the current one means a wedge (server.md 3.2). */
    private Verdict<StoredVersion> judge(StoredScript script, Body body, String reason) {
        int wanted = script.currentVersion() + 1;
        StoredScript now = server.scripts().get(script.id(), script.name());
        Optional<StoredVersion> next = server.versions().get(script.id(), script.name(), wanted);
        if (next.isPresent() && now.currentVersion() < wanted) {
            return Verdict.notDone("version " + wanted
                    + " was stored but did not become current: the script is wedged on the server, runs version "
                    + now.currentVersion() + ", and can take no further version. To recreate it: "
                    + GoalCommand.of("apply").with("recreateWedged"));
        }
        if (next.filter(version -> !isOurs(version, body, reason)).isPresent()) {
            return Verdict.notDone("version " + wanted + " is somebody else's: " + Edit.of(next.get()));
        }
        return next.map(Verdict::done).orElse(Verdict.notDone());
    }

    private static boolean isOurs(StoredVersion version, Body body, String reason) {
        return reason.equals(version.changeDescription()) && new Body(version.scriptBody()).equals(body);
    }
}
