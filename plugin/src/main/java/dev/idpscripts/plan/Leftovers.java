package dev.idpscripts.plan;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts that this repository pushed, that no file declares any more, and that stay: whoever deleted a file may think that they are gone. */
record Leftovers(Inventory server, Ownership ours, ScriptPlanner scripts) {

    private static final int MOST = 10;

    /** Names them, after everything else is planned. */
    void remark(PlanBuilder draft) {
        Set<UUID> bound = bound(draft);
        Map<Boolean, List<String>> names = scripts.strangers().stream()
                .filter(script -> ours.owns(script) && !scripts.isDeleted(script))
                .collect(Collectors.partitioningBy(
                        script -> runs(script, bound), Collectors.mapping(StoredScript::name, Collectors.toList())));
        remark(names.get(true), "keeps running", "keep running", draft);
        remark(
                names.get(false),
                "stays on the server, where nothing runs it",
                "stay on the server, where nothing runs them",
                draft);
    }

    private static void remark(List<String> names, String itStays, String theyStay, PlanBuilder draft) {
        if (!names.isEmpty()) {
            boolean one = names.size() == 1;
            draft.remark(Phrase.count(names.size(), "script") + " of this repository " + (one ? "is" : "are")
                    + " in no file and " + (one ? itStays : theyStay) + " (with -Didp-scripts.prune "
                    + (one ? "it is" : "they are") + " removed): " + Phrase.some(names, MOST));
        }
    }

    private static boolean runs(StoredScript script, Set<UUID> bound) {
        return script.status() == ScriptStatus.ACTIVE && bound.contains(script.id());
    }

    /** The scripts that something runs when the plan is carried out. */
    private Set<UUID> bound(PlanBuilder draft) {
        Set<UUID> unbound = draft.planned().stream()
                .flatMap(each -> each.change() instanceof BindingChange.Unbind unbind
                        ? Stream.of(unbind.current().id())
                        : Stream.empty())
                .collect(Collectors.toSet());
        return server.bindings().stream()
                .filter(binding -> binding.enabled() && !unbound.contains(binding.id()))
                .map(StoredBinding::scriptId)
                .collect(Collectors.toSet());
    }
}
