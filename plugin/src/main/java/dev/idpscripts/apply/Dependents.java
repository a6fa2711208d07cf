package dev.idpscripts.apply;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.StoredObject;
import dev.idpscripts.model.plan.TemplateChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows which changes make no sense any more after others failed: of the same object, its bindings, and the same hook. */
final class Dependents {

    private final Map<String, Change> failed = new HashMap<>();
    private final Map<UUID, String> renamed = new HashMap<>();

    Dependents(List<Change> plan) {
        plan.stream()
                .filter(ScriptChange.Rename.class::isInstance)
                .map(ScriptChange.Rename.class::cast)
                .forEach(rename ->
                        renamed.put(rename.current().id(), rename.current().name()));
    }

    void failed(Change change) {
        keys(change).forEach(key -> failed.putIfAbsent(key, change));
    }

    /** The failed change that this one depends on. */
    Optional<Change> obstacle(Change change) {
        return keys(change).stream()
                .filter(failed::containsKey)
                .map(failed::get)
                .findFirst();
    }

    private Set<String> keys(Change change) {
        return change.match(
                script -> script(script),
                binding -> binding(binding),
                template -> template instanceof TemplateChange.Rename rename
                        ? Set.of(
                                "template " + rename.to(),
                                "template " + rename.current().name())
                        : Set.of(template.subject().toString()));
    }

    /** A script that has another name in this plan hangs on both: one may be made in its place. */
    private Set<String> script(ScriptChange script) {
        Optional<String> before = script.stored().map(StoredObject::id).map(renamed::get);
        return before.map(name -> Set.of("script " + name, script.subject().toString()))
                .orElse(Set.of(script.subject().toString()));
    }

    private static Set<String> binding(BindingChange binding) {
        return Set.of(
                "script " + binding.script(),
                binding.slot().connector() + "\n" + binding.slot().hook());
    }
}
