package dev.idpscripts.plan.guard;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds changes to bindings against the bindings as they are now. */
final class BindingStaleness implements BindingChange.Cases<ChangeStatus> {

    private final Plan plan;
    private final Inventory now;
    private final ScriptStaleness scripts;
    private final InventoryIndex index;

    BindingStaleness(Plan plan, Inventory now, ScriptStaleness scripts) {
        this.plan = plan;
        this.now = now;
        this.scripts = scripts;
        this.index = now.index();
    }

    @Override
    public ChangeStatus bind(BindingChange.Bind c) {
        boolean connector =
                now.connectors().stream().anyMatch(there -> there.id().equals(c.connectorId()));
        if (!connector) {
            return ChangeStatus.stale(c, "the connector " + c.slot().connector() + " was deleted");
        }
        Optional<StoredScript> script = c.storedScript().isPresent()
                ? scripts.byId(c.storedScript().get().id())
                : scripts.byName(c.script());
        if (script.isEmpty() && c.storedScript().isPresent()) {
            return ChangeStatus.stale(c, "the script " + c.script() + " was deleted");
        }
        Optional<StoredBinding> there = now.bindings().stream()
                .filter(b -> b.connectorId().equals(c.connectorId())
                        && b.hook().equals(c.slot().hook())
                        && b.executionOrder() == c.slot().order())
                .findFirst();
        BindingChange.Bind fresh = new BindingChange.Bind(c.binding(), c.connectorId(), script);
        if (there.isEmpty() || makesRoom(there.get())) {
            return ChangeStatus.pending(fresh);
        }
        boolean same = script.filter(s -> s.id().equals(there.get().scriptId())).isPresent();
        BindingSettings wanted = c.binding().settings();
        if (same && there.get().settings().equals(wanted)) {
            return ChangeStatus.done(c);
        }
        // The server makes every binding enabled; disabling it is the second half of binding it (server.md 9.28).
        if (same && there.get().settings().equals(wanted.enabledNow())) {
            return ChangeStatus.pending(new BindingChange.Rebind(there.get(), c.binding()));
        }
        String name =
                scripts.byId(there.get().scriptId()).map(StoredScript::name).orElse("an unknown script");
        return ChangeStatus.stale(c, "a binding of " + name + " was made there meanwhile");
    }

    /** Whether this plan takes the binding out of its place first. */
    private boolean makesRoom(StoredBinding there) {
        return plan.changes().stream().anyMatch(change -> isUnbind(change, there) || isMove(change, there));
    }

    private static boolean isUnbind(Change change, StoredBinding there) {
        return change instanceof BindingChange.Unbind unbind
                && unbind.current().id().equals(there.id());
    }

    private static boolean isMove(Change change, StoredBinding there) {
        return change instanceof BindingChange.Move move
                && move.current().id().equals(there.id())
                && move.to().order() != there.executionOrder();
    }

    @Override
    public ChangeStatus rebind(BindingChange.Rebind c) {
        Optional<StoredBinding> there = index.binding(c.current().id());
        if (there.isEmpty()) {
            return gone(c);
        }
        BindingSettings settings = there.get().settings();
        if (settings.equals(c.binding().settings())) {
            return ChangeStatus.done(c);
        }
        return settings.equals(c.current().settings())
                ? ChangeStatus.pending(new BindingChange.Rebind(there.get(), c.binding()))
                : ChangeStatus.stale(
                        c,
                        "it was changed to "
                                + settings.differencesFrom(c.current().settings()));
    }

    @Override
    public ChangeStatus move(BindingChange.Move c) {
        Optional<StoredBinding> there = index.binding(c.current().id());
        if (there.isEmpty()) {
            return gone(c);
        }
        List<Integer> way = new ArrayList<>();
        int self = -1;
        for (Change change : plan.changes()) {
            if (change instanceof BindingChange.Move move
                    && move.current().id().equals(c.current().id())) {
                self = move.equals(c) ? way.size() : self;
                way.add(move.from().order());
            }
        }
        int at = way.indexOf(there.get().executionOrder());
        if (at < 0) {
            boolean arrived = last(c).order() == there.get().executionOrder();
            return arrived
                    ? ChangeStatus.done(c)
                    : ChangeStatus.stale(
                            c, "it was moved to order " + there.get().executionOrder());
        }
        return self < at
                ? ChangeStatus.done(c)
                : ChangeStatus.pending(new BindingChange.Move(there.get(), c.script(), c.from(), c.to()));
    }

    /** Where the last move of this binding ends. */
    private Slot last(BindingChange.Move c) {
        return plan.changes().stream()
                .filter(change -> change instanceof BindingChange.Move move
                        && move.current().id().equals(c.current().id()))
                .map(change -> ((BindingChange.Move) change).to())
                .reduce(c.to(), (first, second) -> second);
    }

    @Override
    public ChangeStatus unbind(BindingChange.Unbind c) {
        Optional<StoredBinding> there = index.binding(c.current().id());
        if (there.isEmpty()) {
            return ChangeStatus.done(c);
        }
        boolean same = there.get().settings().equals(c.current().settings())
                && there.get().executionOrder() == c.current().executionOrder();
        return same
                ? ChangeStatus.pending(new BindingChange.Unbind(there.get(), c.script(), c.slot()))
                : ChangeStatus.stale(c, "it was changed meanwhile");
    }

    private static ChangeStatus gone(Change change) {
        return ChangeStatus.stale(change, "it was removed, or removed and made again");
    }
}
