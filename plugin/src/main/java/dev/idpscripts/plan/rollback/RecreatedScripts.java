package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.InventoryIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Scripts that a run made anew because they were wedged (server.md 3.2): nobody wants the wedged ones back, so these stay. A wedged one
 * steps aside under another name, and is deleted at the end.
 *
 * @param names what they are called
 * @param wedged the ids of those that were deleted
 */
record RecreatedScripts(Set<String> names, Set<UUID> wedged) {

    /**
     * Finds them.
     *
     * @param done all that the run did
     * @param now what is there; a wedged one that is there still was not replaced to the end, and comes back
     */
    static RecreatedScripts of(List<RecordedChange> done, InventoryIndex now) {
        Map<UUID, String> old = new HashMap<>();
        Map<String, String> made = new HashMap<>();
        Map<String, String> renamed = new HashMap<>();
        for (RecordedChange each : done) {
            if (each.change() instanceof ScriptChange.Create create) {
                String name = create.script().name();
                made.put(name, name);
                create.script().renamedFrom().ifPresent(from -> renamed.put(from, name));
            } else if (each.change() instanceof NamedChange.Rename rename && rename.isOfScript()) {
                old.putIfAbsent(rename.current().id(), rename.current().name());
            }
        }
        Map<UUID, String> wedged = new HashMap<>();
        done.stream()
                .map(RecordedChange::change)
                .filter(change -> change instanceof NamedChange.Delete && change.isOfScript())
                .map(change -> ((NamedChange.Delete) change).current().id())
                .filter(id -> old.containsKey(id) && now.script(id).isEmpty())
                .forEach(id -> Optional.ofNullable(renamed.getOrDefault(old.get(id), made.get(old.get(id))))
                        .ifPresent(name -> wedged.put(id, name)));
        return new RecreatedScripts(Set.copyOf(wedged.values()), wedged.keySet());
    }

    /** The run's other changes. */
    List<RecordedChange> without(List<RecordedChange> done) {
        return done.stream().filter(each -> !concerns(each.change())).toList();
    }

    private boolean concerns(Change change) {
        String script = change instanceof BindingChange binding
                ? binding.script()
                : change.isOfScript() ? change.subject().name() : "";
        return names.contains(script)
                || change.stored().map(ObjectRef::id).filter(wedged::contains).isPresent();
    }

    /** Says that they stay; what somebody deleted since does not. */
    List<String> remarks(InventoryIndex now) {
        return names.stream()
                .filter(name -> now.script(name).isPresent())
                .sorted()
                .map(name -> "script " + name + " was recreated by that run, because it was wedged; it stays")
                .toList();
    }
}
