package dev.idpscripts.plan;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.plan.AffectedBinding;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where the scripts are bound that a plan changes, before it and after it. */
public final class BlastRadius {

    /** A script in a place. */
    private record Place(String script, Slot slot, boolean enabled) {}

    private final Map<UUID, Place> stored = new HashMap<>();
    private final Set<Place> created = new HashSet<>();

    private BlastRadius() {}

    /**
     * Each place once, sorted.
     *
     * @param name a stored script's name after the plan
     */
    public static List<AffectedBinding> reach(
            List<PlannedChange> planned, Inventory server, Function<UUID, String> name) {
        Set<String> changed = planned.stream()
                .map(PlannedChange::change)
                .filter(Change::isOfScript)
                .map(change -> change.subject().name())
                .collect(Collectors.toSet());
        BlastRadius radius = new BlastRadius();
        InventoryIndex index = server.index();
        for (StoredBinding binding : server.bindings()) {
            String connector = index.connector(binding.connectorId()).orElse("deleted connector");
            Slot slot = new Slot(connector, binding.hook(), binding.executionOrder());
            radius.stored.put(binding.id(), new Place(name.apply(binding.scriptId()), slot, binding.enabled()));
        }
        Set<Place> now = Set.copyOf(radius.stored.values());
        planned.forEach(each -> radius.carryOut(each.change()));
        Set<Place> after = Stream.concat(radius.stored.values().stream(), radius.created.stream())
                .collect(Collectors.toSet());
        Set<AffectedBinding> places = new TreeSet<>();
        Stream.concat(now.stream(), after.stream())
                .filter(place -> changed.contains(place.script()))
                .map(place -> new AffectedBinding(
                        place.script(), place.slot(), place.enabled(), now.contains(place), after.contains(place)))
                .forEach(places::add);
        return List.copyOf(places);
    }

    private void carryOut(Change change) {
        if (change instanceof BindingChange binding) {
            binding.match(effects);
        }
    }

    private final BindingChange.Cases<Boolean> effects = new BindingChange.Cases<>() {
        @Override
        public Boolean bind(BindingChange.Bind c) {
            BindingSettings settings = c.binding().settings();
            return created.add(new Place(c.script(), c.slot(), settings.enabled()));
        }

        @Override
        public Boolean rebind(BindingChange.Rebind c) {
            return becomes(c, c.slot(), c.binding().settings().enabled());
        }

        @Override
        public Boolean move(BindingChange.Move c) {
            Place old = stored.get(c.current().id());
            return becomes(c, c.to(), old == null ? c.current().enabled() : old.enabled());
        }

        @Override
        public Boolean unbind(BindingChange.Unbind c) {
            return stored.remove(c.current().id()) != null;
        }

        private boolean becomes(BindingChange c, Slot slot, boolean enabled) {
            UUID id = c.stored().orElseThrow().id();
            return stored.put(id, new Place(c.script(), slot, enabled)) != null;
        }
    };
}
