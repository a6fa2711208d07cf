package dev.idpscripts.plan;

import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.AffectedBinding;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds where the scripts run that a plan changes. */
public final class BlastRadius {

    private BlastRadius() {}

    /**
     * Each place once, sorted.
     *
     * @param name a stored script's name after the plan
     */
    public static List<AffectedBinding> reach(
            List<PlannedChange> planned, Declarations files, Inventory server, Function<UUID, String> name) {
        Set<String> changed = planned.stream()
                .map(PlannedChange::change)
                .filter(Change::isOfScript)
                .map(change -> change.subject().name())
                .collect(Collectors.toSet());
        InventoryIndex index = server.index();
        Set<AffectedBinding> places = new TreeSet<>();
        files.bindings().stream()
                .map(b -> new AffectedBinding(b.script(), b.slot(), b.settings().enabled()))
                .forEach(places::add);
        Set<Slot> declared = places.stream().map(AffectedBinding::slot).collect(Collectors.toSet());
        for (StoredBinding binding : server.bindings()) {
            String connector = index.connector(binding.connectorId()).orElse("deleted connector");
            Slot slot = new Slot(connector, binding.hook(), binding.executionOrder());
            if (!declared.contains(slot)) {
                places.add(new AffectedBinding(name.apply(binding.scriptId()), slot, binding.enabled()));
            }
        }
        return places.stream().filter(place -> changed.contains(place.script())).toList();
    }
}
