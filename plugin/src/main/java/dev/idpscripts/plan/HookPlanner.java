package dev.idpscripts.plan;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.model.stored.StoredBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plans one hook of one connector. What the server can change in place is changed in place; the rest is removed first and
 * made last, so that there are never more than ten, and no two bindings ever want the same order.
 */
final class HookPlanner {

    /** What the planner must know about scripts, and about those who bind them. */
    interface Scripts {

        /** A stored script's name after this plan. */
        String name(UUID script);

        /** The id of a declared script, if it is on the server. */
        Optional<UUID> declaredId(String name);

        /**
         * Why a binding goes when no file declares it; empty if it stays.
         *
         * @param declared what the files declare of its hook
         */
        Optional<Reason> removal(StoredBinding binding, Slot slot, List<Binding> declared);

        /** Whether a binding that no file declares and that stays is this repository's: with pruning it would go. */
        boolean isOurs(StoredBinding binding);

        /** Whether the server runs a binding after this plan, if it stays. */
        boolean runs(StoredBinding binding);

        /** The binding that is made instead of one whose script is recreated. */
        Optional<Binding> restored(StoredBinding binding, Slot slot);

        /** Who made a binding that no file declares. */
        Attribution extra(StoredBinding binding, Slot slot);

        /** Who gave a binding another order than the file. */
        Attribution order(StoredBinding binding, Binding file);

        /** Who gave a binding other settings than the file. */
        Attribution settings(StoredBinding binding, Binding file);
    }

    private final String connector;
    private final Hook hook;
    private final Scripts scripts;
    private final List<Binding> declared;
    private final List<StoredBinding> unpaired;
    private final Map<Binding, StoredBinding> pairs = new LinkedHashMap<>();

    /**
     * @param connector the connector's name on the server
     * @param declared of this hook
     * @param stored of this hook
     */
    HookPlanner(String connector, Hook hook, List<Binding> declared, List<StoredBinding> stored, Scripts scripts) {
        this.connector = connector;
        this.hook = hook;
        this.scripts = scripts;
        this.declared = declared.stream()
                .sorted(Comparator.comparingInt(b -> b.slot().order()))
                .toList();
        this.unpaired = new ArrayList<>(stored);
        unpaired.sort(Comparator.comparingInt(StoredBinding::executionOrder));
        // First what is where it should be, then what has only moved.
        pair((b, s) -> sameScript(b, s) && b.slot().order() == s.executionOrder());
        pair(this::sameScript);
    }

    private void pair(BiPredicate<Binding, StoredBinding> same) {
        for (Binding binding : declared) {
            if (!pairs.containsKey(binding)) {
                unpaired.stream().filter(s -> same.test(binding, s)).findFirst().ifPresent(s -> {
                    pairs.put(binding, s);
                    unpaired.remove(s);
                });
            }
        }
    }

    private boolean sameScript(Binding binding, StoredBinding stored) {
        return scripts.declaredId(binding.script())
                .filter(stored.scriptId()::equals)
                .isPresent();
    }

    /** What no pair was found for and must be made. */
    List<Binding> missing() {
        return declared.stream().filter(b -> !pairs.containsKey(b)).toList();
    }

    /** What no file declares, but is made again because its script is. */
    List<Binding> restored() {
        return unpaired.stream()
                .flatMap(stored -> scripts.restored(stored, slot(stored.executionOrder())).stream())
                .filter(binding -> declared.stream()
                        .noneMatch(d -> d.script().equals(binding.script())
                                || d.slot().order() == binding.slot().order()))
                .toList();
    }

    /**
     * Adds the changes.
     *
     * @param bind adds the change for a missing binding
     */
    void plan(PlanBuilder draft, Consumer<Binding> bind) {
        List<StoredBinding> staying = unbind(draft);
        move(draft, staying);
        for (Binding binding : declared) {
            StoredBinding stored = pairs.get(binding);
            if (stored != null && !stored.settings().equals(binding.settings())) {
                Reason why = Reason.of("the server has other settings", binding.origin());
                draft.add(new BindingChange.Rebind(stored, binding), why.by(scripts.settings(stored, binding)));
            }
        }
        missing().forEach(bind);
        restored().forEach(bind);
        if (!missing().isEmpty() && declared.size() + staying.size() > Hook.MAX_BINDINGS) {
            draft.problem(
                    missing().get(0).origin(),
                    connector + " would have " + (declared.size() + staying.size()) + " bindings " + hook
                            + "; the server allows " + Hook.MAX_BINDINGS + ". No file declares "
                            + staying.stream().map(this::describe).collect(Collectors.joining(", "))
                            + ": remove them on the server, or with -Didp-scripts.prune if they are this repository's");
        }
    }

    /** Removes what is in the way or has no reason to be there; what is left stays. */
    private List<StoredBinding> unbind(PlanBuilder draft) {
        Map<Integer, Binding> wanted =
                declared.stream().collect(Collectors.toMap(b -> b.slot().order(), b -> b));
        List<StoredBinding> staying = new ArrayList<>();
        for (StoredBinding stored : unpaired) {
            Optional<Binding> instead = Optional.ofNullable(wanted.get(stored.executionOrder()));
            Optional<Reason> anew = scripts.restored(stored, slot(stored.executionOrder()))
                    .map(b -> Reason.of("its script is wedged and recreated", b.origin()));
            Optional<Reason> why =
                    anew.or(() -> instead.map(b -> Reason.of("its place is for " + b.script(), b.origin()))
                            .or(() -> scripts.removal(stored, slot(stored.executionOrder()), declared)));
            if (why.isPresent()) {
                draft.add(
                        new BindingChange.Unbind(
                                stored, scripts.name(stored.scriptId()), slot(stored.executionOrder())),
                        why.get().by(scripts.extra(stored, slot(stored.executionOrder()))));
            } else {
                staying.add(stored);
                draft.leave(new Unmanaged(
                        ObjectAddress.binding(slot(stored.executionOrder())),
                        "runs " + scripts.name(stored.scriptId()),
                        scripts.isOurs(stored),
                        scripts.runs(stored)));
            }
        }
        return staying;
    }

    /** Moves one after the other to where it is free; when all wait for each other, one steps aside first. */
    private void move(PlanBuilder draft, List<StoredBinding> staying) {
        Map<Binding, Integer> at = new LinkedHashMap<>();
        pairs.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> e.getKey().slot().order()))
                .forEach(e -> at.put(e.getKey(), e.getValue().executionOrder()));
        Set<Integer> taken = new TreeSet<>(at.values());
        staying.forEach(stored -> taken.add(stored.executionOrder()));
        List<Binding> waiting = at.keySet().stream()
                .filter(b -> b.slot().order() != at.get(b))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!waiting.isEmpty()) {
            Optional<Binding> free = waiting.stream()
                    .filter(b -> !taken.contains(b.slot().order()))
                    .findFirst();
            Binding next = free.orElse(waiting.get(0));
            int to = free.isPresent() ? next.slot().order() : aside(taken);
            int from = at.put(next, to);
            taken.remove(from);
            taken.add(to);
            if (free.isPresent()) {
                waiting.remove(next);
            }
            String reason = free.isPresent()
                    ? "order " + pairs.get(next).executionOrder() + " on the server, " + to + " in the file"
                    : "it steps aside, so that two can change places";
            Reason why = Reason.of(reason, next.origin()).by(scripts.order(pairs.get(next), next));
            draft.add(new BindingChange.Move(pairs.get(next), next.script(), slot(from), slot(to)), why);
        }
    }

    /** An order that nobody has or wants. */
    private int aside(Set<Integer> taken) {
        Set<Integer> wanted = declared.stream().map(b -> b.slot().order()).collect(Collectors.toSet());
        int order = 1;
        while (taken.contains(order) || wanted.contains(order)) {
            order++;
        }
        return order;
    }

    private Slot slot(int order) {
        return new Slot(connector, hook, order);
    }

    private String describe(StoredBinding stored) {
        return "order " + stored.executionOrder() + " (" + scripts.name(stored.scriptId()) + ")";
    }
}
