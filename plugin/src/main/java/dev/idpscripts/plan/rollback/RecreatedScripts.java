package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Scripts that a run made anew because they were wedged (server.md 3.2): nobody wants the wedged ones back, so these stay.
 *
 * @param names what they are called
 * @param wedged the ids of those that were deleted
 */
record RecreatedScripts(Set<String> names, Set<UUID> wedged) {

    static RecreatedScripts of(List<RecordedChange> done) {
        Set<String> made = new HashSet<>();
        Map<UUID, String> first = new HashMap<>();
        Set<String> names = new HashSet<>();
        Set<UUID> wedged = new HashSet<>();
        for (RecordedChange each : done) {
            if (each.change() instanceof ScriptChange.Create create) {
                made.add(create.script().name());
            } else if (each.change() instanceof NamedChange named && named.isOfScript()) {
                // The wedged one steps aside first: the name that it is deleted under is not the one that it had.
                first.putIfAbsent(named.current().id(), named.current().name());
            }
        }
        for (RecordedChange each : done) {
            if (each.change() instanceof NamedChange.Delete delete
                    && delete.isOfScript()
                    && made.contains(first.get(delete.current().id()))) {
                names.add(first.get(delete.current().id()));
                wedged.add(delete.current().id());
            }
        }
        return new RecreatedScripts(names, wedged);
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

    /** Says that they stay. */
    List<String> remarks() {
        return names.stream()
                .sorted()
                .map(name -> "script " + name + " was recreated by that run, because it was wedged; it stays")
                .toList();
    }
}
