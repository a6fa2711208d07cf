package dev.idpscripts.apply;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows which changes make no sense any more after others failed: of the same object, its bindings, and the same hook. */
final class Dependents {

    private final Map<String, Change> failed = new HashMap<>();

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

    private static Set<String> keys(Change change) {
        return change.match(
                script -> script instanceof ScriptChange.Rename rename
                        ? Set.of(
                                "script " + rename.to(),
                                "script " + rename.current().name())
                        : Set.of(script.subject().toString()),
                binding -> binding(binding),
                template -> template instanceof TemplateChange.Rename rename
                        ? Set.of(
                                "template " + rename.to(),
                                "template " + rename.current().name())
                        : Set.of(template.subject().toString()));
    }

    private static Set<String> binding(BindingChange binding) {
        return Set.of(
                "script " + binding.script(),
                binding.slot().connector() + "\n" + binding.slot().hook());
    }
}
