package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.rollback.ServerBefore.HookPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declares what a run touched as it was before the run, as if files did: objects, and the whole of each hook, for its order is one thing.
 * What the run made has a tombstone.
 */
final class PriorDeclarations {

    private final ServerBefore before;
    private final InventoryIndex now;
    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Tombstones.Unbound> unbound = new ArrayList<>();
    private final List<String> refusals;

    PriorDeclarations(ServerBefore before, InventoryIndex now) {
        this.before = before;
        this.now = now;
        this.refusals = new ArrayList<>(before.refusals());
        before.changed().forEach(this::declare);
        before.hooks().forEach(this::declare);
    }

    private void declare(StoredNamed was) {
        if (isTaken(was)) {
            refusals.add(was.address() + ": its name is another's now; rename that one on the server first");
            return;
        }
        Optional<String> renamedFrom =
                now.named(was.id()).map(StoredNamed::name).filter(name -> !name.equals(was.name()));
        if (was instanceof StoredScript script) {
            // Bodies go back with the server's own operation: here any will do.
            Body body = before.body(was.id()).orElse(Body.STUB);
            scripts.put(was.name(), Recreate.script(script, body).called(was.name(), renamedFrom));
        } else {
            templates.put(was.name(), Recreate.template((StoredTemplate) was).called(was.name(), renamedFrom));
        }
    }

    /** Whether its name is another's, and that one does not get its own name before: it keeps it, or waits for this one in a circle. */
    private boolean isTaken(StoredNamed was) {
        Set<UUID> waiting = new HashSet<>(Set.of(was.id()));
        Optional<StoredNamed> holder = holder(was).filter(each -> !each.id().equals(was.id()));
        while (holder.isPresent()) {
            StoredNamed then = holder.get();
            if (!waiting.add(then.id())) {
                return true;
            }
            holder = holder(then);
        }
        return false;
    }

    /** What has the name now that an object had then, as it was itself then; empty if that is free, or the run made what has it. */
    private Optional<StoredNamed> holder(StoredNamed was) {
        return now.named(was.address()).flatMap(each -> before.named(each.id()));
    }

    private void declare(HookPlace place) {
        Optional<String> connector = now.connector(place.connector());
        if (connector.isEmpty()) {
            refusals.add("bindings " + place.hook() + " of connector " + place.connector()
                    + ": the connector was deleted since");
            return;
        }
        Map<Integer, String> taken = new HashMap<>();
        before.bindings(place).stream()
                // Of a script that the run made: it goes with that.
                .filter(binding -> now.script(binding.scriptId()).isEmpty()
                        || before.named(binding.scriptId()).isPresent())
                .forEach(binding -> declare(binding, connector.get(), taken));
        before.madeBindings().stream()
                .filter(place::has)
                .flatMap(made ->
                        before
                                .named(made.scriptId())
                                .or(() -> now.named(made.scriptId()))
                                .map(StoredNamed::name)
                                .stream())
                .forEach(script ->
                        unbound.add(new Tombstones.Unbound(connector.get(), place.hook(), script, Recreate.SERVER)));
    }

    /** The script that a binding runs, unless it is one of the server's own, or gone. */
    private Optional<StoredScript> script(StoredBinding binding) {
        return before.named(binding.scriptId()).map(StoredScript.class::cast).filter(script -> !script.isSystem());
    }

    private void declare(StoredBinding was, String connector, Map<Integer, String> taken) {
        Optional<StoredScript> script = script(was);
        String name = script.map(StoredScript::name).orElse("");
        boolean comesBack = now.binding(was.id()).isEmpty();
        Slot slot = new Slot(connector, was.hook(), was.executionOrder());
        if (comesBack && name.equals(taken.get(was.executionOrder()))) {
            return;
        }
        if (comesBack
                && script.filter(each -> each.status() == ScriptStatus.DRAFT).isPresent()) {
            refusals.add("binding " + slot + ": its script " + name
                    + " was made again since, and is a draft, which cannot be bound; activate it first");
            return;
        }
        String other = taken.putIfAbsent(was.executionOrder(), name);
        if (other != null) {
            refusals.add("binding " + slot + ": in its place there is now "
                    + (other.isEmpty() ? "a script of the server" : other));
            return;
        }
        script.filter(each -> !scripts.containsKey(name)).ifPresent(this::declare);
        script.ifPresent(each -> bindings.add(Recreate.binding(was, connector, name)));
    }

    /** Why this cannot be had; none if it can. */
    List<String> refusals() {
        Set<ObjectAddress> made =
                before.madeNamed().stream().map(StoredNamed::address).collect(Collectors.toSet());
        Stream<String> twice = Stream.concat(
                        scripts.keySet().stream().map(ObjectAddress::script),
                        templates.keySet().stream().map(ObjectAddress::template))
                .filter(made::contains)
                .map(subject ->
                        subject + ": that run took the name from one and gave it to another, whose id is not known;"
                                + " rename that one on the server first");
        return Stream.concat(refusals.stream(), twice).toList();
    }

    Declarations declarations() {
        return new Declarations(
                List.copyOf(scripts.values()),
                List.of(),
                bindings,
                List.copyOf(templates.values()),
                new Tombstones(gone(ObjectAddress.Type.SCRIPT), gone(ObjectAddress.Type.TEMPLATE), unbound),
                Set.of());
    }

    private List<Tombstones.Named> gone(ObjectAddress.Type type) {
        return before.madeNamed().stream()
                .filter(made -> made.type() == type)
                .map(made -> new Tombstones.Named(made.name(), Recreate.SERVER))
                .toList();
    }
}
