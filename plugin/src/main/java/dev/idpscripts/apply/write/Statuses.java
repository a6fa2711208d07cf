package dev.idpscripts.apply.write;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.server.ScriptsApi;
import java.util.UUID;

/** Makes scripts active and inactive, whoever asks: a change, its undoing, or a binding that must be made again. */
public final class Statuses {

    private final ScriptsApi scripts;
    private final JudgedWriter writes;

    public Statuses(ScriptsApi scripts, JudgedWriter writes) {
        this.scripts = scripts;
        this.writes = writes;
    }

    /**
     * Sends the change; that the script has the status already is as good.
     *
     * @param change what it belongs to
     * @param active whether it is to be active, or inactive
     */
    public void set(Change change, UUID id, String name, boolean active) {
        String act = active ? "activate" : "deactivate";
        ScriptStatus wanted = active ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE;
        writes.changeStatus(
                change,
                act,
                () -> {
                    if (active) {
                        scripts.activate(id, name);
                    } else {
                        scripts.deactivate(id, name);
                    }
                },
                () -> JudgedWriter.found(() -> scripts.get(id, name))
                        .filter(s -> s.status() == wanted)
                        .isPresent());
    }
}
