package dev.idpscripts.apply;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.server.ScriptsApi;
import java.util.UUID;

/** Makes scripts active and inactive, whoever asks: a change, its undoing, or a binding that must be made again. */
final class Statuses {

    private final ScriptsApi scripts;
    private final Writes writes;

    Statuses(ScriptsApi scripts, Writes writes) {
        this.scripts = scripts;
        this.writes = writes;
    }

    /**
     * Sends the change; that the script has the status already is as good.
     *
     * @param change what it belongs to
     * @param undoing whether it takes something back, for the journal
     * @param active whether it is to be active, or inactive
     */
    void set(Change change, boolean undoing, UUID id, String name, boolean active) {
        String act = active ? "activate" : "deactivate";
        ScriptStatus wanted = active ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE;
        writes.changeStatus(
                change,
                undoing ? "undo: " + act : act,
                () -> {
                    if (active) {
                        scripts.activate(id, name);
                    } else {
                        scripts.deactivate(id, name);
                    }
                },
                () -> Writes.found(() -> scripts.get(id, name))
                        .filter(s -> s.status() == wanted)
                        .isPresent());
    }
}
