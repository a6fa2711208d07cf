package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.BindingWriter;
import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.Statuses;
import dev.idpscripts.apply.write.Verdict;
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
    private final Statuses statuses;
    private final RunState runState;

    BindingUndo(Server server, JudgedWriter writes, RunState runState) {
        this.bindings = server.bindings();
        this.scripts = server.scripts();
        this.writes = writes;
        this.statuses = new Statuses(scripts, writes);
        this.runState = runState;
    }

    @Override
    public String bind(BindingChange.Bind c) {
        Slot slot = c.slot();
        Optional<StoredBinding> found = runState.made(c)
                .map(id -> JudgedWriter.found(() -> bindings.get(id, slot)))
                .orElseGet(() -> writes.isUnknown(c) || writes.isAnybodys(c)
                        ? BindingWriter.inSlot(bindings, c.connectorId(), slot)
                        : Optional.empty());
        Optional<UUID> script = runState.id(c.storedScript(), c.script());
        Optional<StoredBinding> ours =
                found.filter(b -> script.filter(b.scriptId()::equals).isPresent());
        if (ours.isEmpty()) {
            return "";
        }
        BindingSettings wanted = c.binding().settings();
        BindingSettings now = ours.get().settings();
        UUID id = ours.get().id();
        if (writes.isAnybodys(c)) {
            throw CannotUndo.anybodys("DELETE /governance/script-bindings/" + id);
        }
        if (!now.equals(wanted) && !now.equals(wanted.enabledNow())) {
            throw CannotUndo.because("somebody changed it meanwhile", "DELETE /governance/script-bindings/" + id);
        }
        writes.remove(c, "undo: unbind", () -> bindings.unbind(id, slot), () -> JudgedWriter.found(
                        () -> bindings.get(id, slot))
                .isEmpty());
        return "removed again";
    }

    @Override
    public String rebind(BindingChange.Rebind c) {
        UUID id = c.current().id();
        BindingSettings old = c.current().settings();
        Optional<StoredBinding> now = JudgedWriter.found(() -> bindings.get(id, c.slot()));
        if (now.filter(b -> b.settings().equals(c.binding().settings())).isEmpty()) {
            return "";
        }
        settle(c, id, c.slot(), old);
        return "has its old settings again";
    }

    private void settle(BindingChange change, UUID id, Slot slot, BindingSettings wanted) {
        writes.send(
                change,
                "undo: rebind",
                () -> bindings.rebind(id, slot, wanted),
                () -> Verdict.doneIf(JudgedWriter.found(() -> bindings.get(id, slot)), b -> b.settings()
                        .equals(wanted)));
    }

    @Override
    public String move(BindingChange.Move c) {
        UUID id = c.current().id();
        int order = c.from().order();
        Optional<StoredBinding> now = JudgedWriter.found(() -> bindings.get(id, c.to()));
        if (now.filter(b -> b.executionOrder() == c.to().order()).isEmpty()) {
            return "";
        }
        writes.send(
                c,
                "undo: move",
                () -> bindings.move(id, c.to(), order),
                () -> Verdict.doneIf(
                        JudgedWriter.found(() -> bindings.get(id, c.to())), b -> b.executionOrder() == order));
        return "has its old place again";
    }

    @Override
    public String unbind(BindingChange.Unbind c) {
        StoredBinding old = c.current();
        if (JudgedWriter.found(() -> bindings.get(old.id(), c.slot())).isPresent()) {
            return "";
        }
        if (BindingWriter.inSlot(bindings, old.connectorId(), c.slot()).isPresent()) {
            throw CannotUndo.because(
                    "somebody else made a binding in its place", "DELETE that one, POST /governance/script-bindings");
        }
        UUID script = runState.now(old.scriptId());
        StoredScript owner = scripts.get(script, c.script());
        boolean asleep = owner.status() != ScriptStatus.ACTIVE;
        // Only active scripts can be bound (server.md 3.3), though bound ones can be made inactive.
        if (asleep) {
            statuses.set(c, true, script, c.script(), true);
        }
        try {
            return "made again with the id " + bindAgain(c, script).id();
        } finally {
            if (asleep) {
                asleepAgain(c, script);
            }
        }
    }

    private void asleepAgain(BindingChange.Unbind c, UUID script) {
        try {
            statuses.set(c, true, script, c.script(), false);
        } catch (IdpScriptsException e) {
            throw CannotUndo.because(
                    "its script " + c.script() + " had to be active for a moment, and is now active: " + e.getMessage(),
                    "POST /governance/scripts/" + script + "/deactivate");
        }
    }

    private StoredBinding bindAgain(BindingChange.Unbind c, UUID script) {
        Binding binding = Recreate.binding(c.current(), c.slot().connector(), c.script());
        UUID connector = c.current().connectorId();
        StoredBinding made = writes.make(
                c,
                "undo: bind",
                StoredBinding::id,
                () -> bindings.bind(script, c.script(), connector, c.slot(), binding.settings()),
                () -> BindingWriter.inSlot(bindings, connector, c.slot())
                        .map(found -> BindingWriter.bound(found, script, binding))
                        .orElse(Verdict.notDone()));
        if (!binding.settings().enabled()) {
            settle(c, made.id(), c.slot(), binding.settings());
        }
        return made;
    }
}
