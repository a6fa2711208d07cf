package dev.idpscripts.apply.write;

import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.server.BindingsApi;
import dev.idpscripts.server.Server;
import java.util.Optional;
import java.util.UUID;

/** Carries out changes to bindings. Each method returns a remark for the report, mostly empty. */
public final class BindingWriter implements BindingChange.Cases<String> {

    private final BindingsApi bindings;
    private final JudgedWriter writes;
    private final RunState runState;

    public BindingWriter(Server server, JudgedWriter writes, RunState runState) {
        this.bindings = server.bindings();
        this.writes = writes;
        this.runState = runState;
    }

    @Override
    public String bind(BindingChange.Bind change) {
        Binding binding = change.binding();
        UUID script = runState.id(change.storedScript(), binding.script()).orElseThrow();
        StoredBinding made = writes.make(
                change,
                "bind",
                StoredBinding::id,
                () -> bindings.bind(script, binding.script(), change.connectorId(), binding.slot(), binding.settings()),
                () -> inSlot(bindings, change.connectorId(), binding.slot())
                        .map(found -> bound(found, script, binding))
                        .orElse(Verdict.notDone()));
        runState.made(change, made.id());
        if (!binding.settings().enabled()) {
            // The server makes every binding enabled (server.md 9.28).
            settle(change, made.id(), binding);
        }
        return "";
    }

    /** What is in the slot may also be somebody else's: then the server refused ours with the same 500. */
    public static Verdict<StoredBinding> bound(StoredBinding found, UUID script, Binding wanted) {
        boolean ours = found.scriptId().equals(script)
                && found.settings().equals(wanted.settings().enabledNow());
        return ours ? Verdict.done(found) : Verdict.notDone("somebody else made a binding there; plan again");
    }

    public static Optional<StoredBinding> inSlot(BindingsApi bindings, UUID connector, Slot slot) {
        return bindings.ofConnector(connector, slot.connector()).stream()
                .filter(b -> b.hook().equals(slot.hook()) && b.executionOrder() == slot.order())
                .findFirst();
    }

    @Override
    public String rebind(BindingChange.Rebind change) {
        settle(change, change.current().id(), change.binding());
        return "";
    }

    private void settle(BindingChange change, UUID id, Binding binding) {
        writes.send(
                change,
                "rebind",
                () -> bindings.rebind(id, binding.slot(), binding.settings()),
                () -> Verdict.doneIf(
                        JudgedWriter.found(() -> bindings.get(id, binding.slot())),
                        found -> found.settings().equals(binding.settings())));
    }

    @Override
    public String move(BindingChange.Move change) {
        UUID id = change.current().id();
        int order = change.to().order();
        writes.send(
                change,
                "move",
                () -> bindings.move(id, change.from(), order),
                () -> Verdict.doneIf(
                        JudgedWriter.found(() -> bindings.get(id, change.from())), b -> b.executionOrder() == order));
        return "";
    }

    @Override
    public String unbind(BindingChange.Unbind change) {
        UUID id = change.current().id();
        writes.remove(change, "unbind", () -> bindings.unbind(id, change.slot()), () -> JudgedWriter.found(
                        () -> bindings.get(id, change.slot()))
                .isEmpty());
        return "";
    }
}
