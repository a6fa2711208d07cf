package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says how the bindings were before a run, on each hook that the run touched; what else is on those hooks stays where it is. */
final class PriorBindings {

    /** A hook of a connector. */
    private record HookOfConnector(UUID connector, Hook hook) {}

    private final Inventory server;
    private final PriorScripts scripts;
    private final InventoryIndex index;
    private final ChangedInPlace<StoredBinding> touched = new ChangedInPlace<>();
    private final Map<UUID, BindingChange.Unbind> removed = new LinkedHashMap<>();
    private final Set<UUID> made = new HashSet<>();
    private final Set<HookOfConnector> places = new LinkedHashSet<>();

    PriorBindings(List<RecordedChange> done, Inventory server, PriorScripts scripts) {
        this.server = server;
        this.scripts = scripts;
        this.index = server.index();
        done.forEach(each -> {
            if (each.change() instanceof BindingChange change && !scripts.isMadeAnew(change.script())) {
                collect(each, change);
            }
        });
    }

    private void collect(RecordedChange each, BindingChange change) {
        if (change instanceof BindingChange.Bind bind) {
            places.add(new HookOfConnector(bind.connectorId(), bind.slot().hook()));
            made(each, bind).ifPresent(binding -> made.add(binding.id()));
            return;
        }
        StoredBinding current = change.match(BindingChange.FACTS).current().orElseThrow();
        places.add(new HookOfConnector(current.connectorId(), current.hook()));
        if (change instanceof BindingChange.Unbind unbind) {
            removed.putIfAbsent(current.id(), unbind);
        } else {
            touched.add(current.id(), current, change.kind());
        }
    }

    /** The binding that the run made, if it is still there. */
    private Optional<StoredBinding> made(RecordedChange each, BindingChange.Bind bind) {
        return server.bindings().stream()
                .filter(binding -> each.made().isPresent()
                        ? binding.id().equals(each.made().get())
                        // Its id was never heard. One that is just like it is taken for it.
                        : binding.connectorId().equals(bind.connectorId())
                                && binding.hook().equals(bind.slot().hook())
                                && binding.executionOrder() == bind.slot().order()
                                && binding.settings()
                                        .enabledNow()
                                        .equals(bind.binding().settings().enabledNow())
                                && scripts.now(binding.scriptId())
                                        .filter(script -> script.name().equals(bind.script()))
                                        .isPresent())
                .findFirst();
    }

    /** Whether the run made this binding. */
    boolean isMade(StoredBinding binding) {
        return made.contains(binding.id());
    }

    void declare(PriorState before) {
        places.forEach(place -> {
            Optional<String> connector = index.connector(place.connector());
            if (connector.isEmpty()) {
                before.refuse("bindings " + place.hook() + " of connector " + place.connector()
                        + ": the connector was deleted since");
                return;
            }
            declare(place, connector.get(), before);
        });
    }

    private void declare(HookOfConnector place, String connector, PriorState before) {
        Map<Integer, String> taken = new HashMap<>();
        for (StoredBinding now : server.bindings()) {
            if (!now.connectorId().equals(place.connector()) || !now.hook().equals(place.hook())) {
                continue;
            }
            Optional<StoredScript> script = scripts.now(now.scriptId()).filter(each -> !each.isSystem());
            if (made.contains(now.id())) {
                script.ifPresent(each -> before.madeBinding(
                        new Tombstones.Unbound(connector, place.hook(), scripts.nameBefore(each), PriorState.JOURNAL)));
                continue;
            }
            Binding was = was(now, connector, script.map(scripts::nameBefore).orElse(""));
            take(was, taken, before);
            script.ifPresent(each -> {
                scripts.need(each, before);
                before.binding(was);
            });
        }
        removed.values().stream()
                .filter(unbind -> unbind.current().connectorId().equals(place.connector())
                        && unbind.current().hook().equals(place.hook()))
                .forEach(unbind -> again(unbind, connector, taken, before));
    }

    private Binding was(StoredBinding now, String connector, String script) {
        Optional<ChangedInPlace.Old<StoredBinding>> each = touched.of(now.id());
        int order = each.filter(e -> e.was(Change.Kind.MOVE))
                .map(e -> e.before().executionOrder())
                .orElse(now.executionOrder());
        BindingSettings settings = each.filter(e -> e.was(Change.Kind.REBIND))
                .map(e -> e.before().settings())
                .orElse(now.settings());
        return new Binding(new Slot(connector, now.hook(), order), script, settings, PriorState.JOURNAL);
    }

    private void again(BindingChange.Unbind unbind, String connector, Map<Integer, String> taken, PriorState before) {
        StoredBinding binding = unbind.current();
        Optional<StoredScript> there = scripts.again(binding.scriptId(), unbind.script());
        String name = there.map(scripts::nameBefore).orElse(unbind.script());
        if (name.equals(taken.get(binding.executionOrder()))) {
            return;
        }
        there.ifPresent(script -> scripts.need(script, before));
        if (there.isEmpty() && !before.hasScript(name)) {
            before.refuse("binding " + unbind.slot() + ": its script " + name + " was deleted since");
            return;
        }
        Slot slot = new Slot(connector, binding.hook(), binding.executionOrder());
        Binding again = new Binding(slot, name, binding.settings(), PriorState.JOURNAL);
        if (take(again, taken, before)) {
            before.binding(again);
        }
    }

    private static boolean take(Binding binding, Map<Integer, String> taken, PriorState before) {
        String other = taken.putIfAbsent(binding.slot().order(), binding.script());
        if (other != null) {
            before.refuse("binding " + binding.slot() + ": in its place there is now "
                    + (other.isEmpty() ? "a script of the server" : other));
        }
        return other == null;
    }
}
