package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.BindingWriter;
import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.Statuses;
import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.rollback.Recreate;
import dev.idpscripts.server.BindingsApi;
import dev.idpscripts.server.ScriptsApi;
import dev.idpscripts.server.Server;
import java.util.Optional;
import java.util.UUID;

/**
 * Undoes changes to bindings. Each looks at the server first and touches only what it finds as this run left it. Returns what was
 * done, empty if there was nothing to undo.
 */
final class BindingUndo implements BindingChange.Cases<String> {

    private final BindingsApi bindings;
    private final ScriptsApi scripts;
    private final JudgedWriter writes;
    private final BindingWriter writer;
    private final Statuses statuses;
    private final RunState runState;

    BindingUndo(Server server, JudgedWriter writes, RunState runState) {
        this.bindings = server.bindings();
        this.scripts = server.scripts();
        this.writes = writes;
        this.writer = new BindingWriter(server, writes, runState);
        this.statuses = new Statuses(scripts, writes);
        this.runState = runState;
    }

    @Override
    public String bind(BindingChange.Bind c) {
        Slot slot = c.slot();
        Optional<UUID> script = runState.id(c.storedScript(), c.script());
        Optional<StoredBinding> found = runState.made(c)
                .map(id -> JudgedWriter.found(() -> bindings.get(id, slot)))
                .orElseGet(() -> writes.isUnknown(c) || writes.isAnybodys(c)
                        ? BindingWriter.inSlot(bindings, c.connectorId(), slot)
                        : Optional.empty())
                .filter(now -> script.filter(now.scriptId()::equals).isPresent());
        if (found.isEmpty()) {
            return "";
        }
        StoredBinding ours = found.get();
        String byHand = "DELETE /governance/script-bindings/" + ours.id();
        if (writes.isAnybodys(c)) {
            throw CannotUndo.anybodys(byHand);
        }
        BindingSettings wanted = c.binding().settings();
        if (!ours.settings().equals(wanted) && !ours.settings().equals(wanted.enabledNow())) {
            throw CannotUndo.because("somebody changed it meanwhile", byHand);
        }
        writer.unbind(new BindingChange.Unbind(ours, c.script(), slot));
        return "removed again";
    }

    @Override
    public String rebind(BindingChange.Rebind c) {
        StoredBinding old = c.current();
        return found(old, c.slot())
                .filter(now -> now.settings().equals(c.binding().settings()))
                .map(now -> {
                    Binding before = new Binding(
                            c.slot(), c.script(), old.settings(), c.binding().origin());
                    writer.rebind(new BindingChange.Rebind(now, before));
                    return "has its old settings again";
                })
                .orElse("");
    }

    @Override
    public String move(BindingChange.Move c) {
        return found(c.current(), c.to())
                .filter(now -> now.executionOrder() == c.to().order())
                .map(now -> {
                    writer.move(new BindingChange.Move(now, c.script(), c.to(), c.from()));
                    return "has its old place again";
                })
                .orElse("");
    }

    private Optional<StoredBinding> found(StoredBinding was, Slot slot) {
        return JudgedWriter.found(() -> bindings.get(was.id(), slot));
    }

    @Override
    public String unbind(BindingChange.Unbind c) {
        StoredBinding old = c.current();
        if (found(old, c.slot()).isPresent()) {
            return "";
        }
        if (BindingWriter.inSlot(bindings, old.connectorId(), c.slot()).isPresent()) {
            throw CannotUndo.because(
                    "somebody else made a binding in its place", "DELETE that one, POST /governance/script-bindings");
        }
        StoredScript owner = scripts.get(runState.now(old.scriptId()), c.script());
        BindingChange.Bind again = new BindingChange.Bind(
                Recreate.binding(old, c.slot().connector(), c.script()), old.connectorId(), Optional.of(owner));
        // Only active scripts can be bound (server.md 3.3), though bound ones can be made inactive.
        boolean asleep = owner.status() != ScriptStatus.ACTIVE;
        if (asleep) {
            statuses.set(c, owner.id(), c.script(), true);
        }
        try {
            writer.bind(again);
        } finally {
            if (asleep) {
                asleepAgain(c, owner.id());
            }
        }
        return "made again with the id " + runState.made(again).orElseThrow();
    }

    private void asleepAgain(BindingChange.Unbind c, UUID script) {
        try {
            statuses.set(c, script, c.script(), false);
        } catch (IdpScriptsException e) {
            throw CannotUndo.because(
                    "its script " + c.script() + " had to be active for a moment, and is now active: " + e.getMessage(),
                    "POST /governance/scripts/" + script + "/deactivate");
        }
    }
}
