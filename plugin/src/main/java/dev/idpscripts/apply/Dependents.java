package dev.idpscripts.apply;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import java.util.HashMap;
import java.util.HashSet;
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
        Set<String> spoilt = change.match(
                script -> script(script),
                // The script itself is well; but it must not be deleted while it is bound.
                binding -> Set.of(hook(binding), "bindings of script " + binding.script()),
                Dependents::template);
        spoilt.forEach(key -> failed.putIfAbsent(key, change));
    }

    /** The failed change that this one depends on. */
    Optional<Change> obstacle(Change change) {
        Set<String> needed = change.match(
                script -> script instanceof ScriptChange.Delete ? withBindings(script(script)) : script(script),
                binding -> Set.of(hook(binding), "script " + binding.script()),
                Dependents::template);
        return needed.stream().filter(failed::containsKey).map(failed::get).findFirst();
    }

    private static Set<String> template(TemplateChange template) {
        return template instanceof TemplateChange.Rename rename
                ? Set.of(
                        "template " + rename.to(),
                        "template " + rename.current().name())
                : Set.of(template.subject().toString());
    }

    private static Set<String> withBindings(Set<String> scripts) {
        Set<String> all = new HashSet<>(scripts);
        scripts.forEach(script -> all.add("bindings of " + script));
        return all;
    }

    /** A script that has another name in this plan hangs on both: one may be made in its place. */
    private Set<String> script(ScriptChange script) {
        Optional<String> before = script.stored().map(ObjectRef::id).map(renamed::get);
        return before.map(name -> Set.of("script " + name, script.subject().toString()))
                .orElse(Set.of(script.subject().toString()));
    }

    private static String hook(BindingChange binding) {
        return binding.slot().connector() + "\n" + binding.slot().hook();
    }
}
