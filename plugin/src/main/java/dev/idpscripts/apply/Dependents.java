package dev.idpscripts.apply;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows which changes make no sense any more after others failed: of the same object, its bindings, and the same hook. */
final class Dependents {

    private final Map<String, Change> failed = new HashMap<>();
    private final Map<UUID, ObjectAddress> renamed = new HashMap<>();

    Dependents(List<Change> plan) {
        plan.forEach(change -> {
            if (change instanceof NamedChange.Rename rename && change.isOfScript()) {
                renamed.put(rename.current().id(), rename.current().address());
            }
        });
    }

    void failed(Change change) {
        // The script itself is well; but it must not be deleted while it is bound.
        Set<String> spoilt = change instanceof BindingChange binding
                ? Set.of(hook(binding), "bindings of script " + binding.script())
                : names(change);
        spoilt.forEach(key -> failed.putIfAbsent(key, change));
    }

    /** The failed change that this one depends on. */
    Optional<Change> obstacle(Change change) {
        Set<String> needed = change instanceof BindingChange binding
                ? Set.of(hook(binding), "script " + binding.script())
                : new HashSet<>(names(change));
        if (change instanceof NamedChange.Delete && change.isOfScript()) {
            names(change).forEach(script -> needed.add("bindings of " + script));
        }
        return needed.stream().filter(failed::containsKey).map(failed::get).findFirst();
    }

    /** A script that has another name in this plan hangs on both: one may be made in its place. So does a template's rename itself. */
    private Set<String> names(Change change) {
        Optional<ObjectAddress> before = change instanceof NamedChange.Rename rename
                ? Optional.of(rename.current().address())
                : change.stored().map(ObjectRef::id).map(renamed::get);
        return Stream.concat(before.stream(), Stream.of(change.subject()))
                .map(ObjectAddress::toString)
                .collect(Collectors.toSet());
    }

    private static String hook(BindingChange binding) {
        return binding.slot().connector() + "\n" + binding.slot().hook();
    }
}
