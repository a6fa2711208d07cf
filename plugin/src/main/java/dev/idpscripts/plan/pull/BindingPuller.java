package dev.idpscripts.plan.pull;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings what somebody did to bindings on the server into the files, connector by connector. */
final class BindingPuller {

    /** What a binding means, wherever it stands. */
    private record Meaning(Slot slot, String script, BindingSettings settings) {

        static Meaning of(Binding binding) {
            return new Meaning(binding.slot(), binding.script(), binding.settings());
        }
    }

    private final Declarations files;
    private final Inventory server;
    private final Plan plan;
    private final Map<UUID, String> names;
    private final Map<String, String> renamed = new HashMap<>();
    private final List<String> remarks;

    /**
     * @param names each script on the server that files declare after the pull, by its id
     * @param matches finds a declared script on the server
     */
    BindingPuller(
            Declarations files,
            Inventory server,
            Plan plan,
            Map<UUID, String> names,
            Function<String, Optional<UUID>> matches,
            List<String> remarks) {
        this.files = files;
        this.server = server;
        this.plan = plan;
        this.names = names;
        this.remarks = remarks;
        for (Script script : files.scripts()) {
            matches.apply(script.name())
                    .flatMap(id -> Optional.ofNullable(names.get(id)))
                    .ifPresent(name -> renamed.put(script.name(), name));
        }
    }

    List<PulledBindings> pull() {
        Map<UUID, List<StoredBinding>> stored =
                server.bindings().stream().collect(Collectors.groupingBy(StoredBinding::connectorId));
        List<PulledBindings> pulled = new ArrayList<>();
        server.connectors().stream()
                .sorted(Comparator.comparing(StoredConnector::name))
                .forEach(connector -> {
                    List<StoredBinding> there = stored.getOrDefault(connector.id(), List.of());
                    stored.remove(connector.id());
                    pull(connector.name(), there).ifPresent(pulled::add);
                });
        stored.forEach((id, orphans) ->
                remarks.add(orphans.size() + " " + Phrase.word(orphans.size(), "binding belongs", "bindings belong")
                        + " to a connector that is gone, which no file can name: " + id));
        return pulled;
    }

    private Optional<PulledBindings> pull(String connector, List<StoredBinding> stored) {
        Optional<ConnectorUse> use = files.connectors().stream()
                .filter(c -> c.name().equals(connector))
                .findFirst();
        PullDecisions choices = new PullDecisions();
        List<Binding> bindings = new ArrayList<>();
        for (HookPhase phase : HookPhase.values()) {
            for (Operation operation : Operation.values()) {
                bindings.addAll(hook(connector, new Hook(phase, operation), stored, choices));
            }
        }
        if (use.isEmpty() && bindings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PulledBindings(
                connector,
                use,
                bindings,
                files.removed().bindings().stream()
                        .filter(gone -> gone.connector().equals(connector))
                        .toList(),
                !meanings(bindings)
                        .equals(meanings(files.bindings().stream()
                                .filter(b -> b.slot().connector().equals(connector))
                                .toList())),
                choices.conflicts(),
                choices.notes()));
    }

    private static Set<Meaning> meanings(List<Binding> bindings) {
        return bindings.stream().map(Meaning::of).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Binding> hook(String connector, Hook hook, List<StoredBinding> stored, PullDecisions choices) {
        Map<UUID, Binding> there = new LinkedHashMap<>();
        stored.stream()
                .filter(binding -> binding.hook().equals(hook))
                .sorted(Comparator.comparingInt(StoredBinding::executionOrder))
                .forEach(binding -> declare(binding, connector).ifPresent(b -> there.put(binding.id(), b)));
        Map<BindingChange, Reason> changes = new LinkedHashMap<>();
        plan.planned().forEach(each -> {
            if (each.change() instanceof BindingChange change
                    && change.slot().connector().equals(connector)
                    && change.slot().hook().equals(hook)) {
                changes.put(change, each.reason());
            }
        });
        List<Binding> declared = files.bindings().stream()
                .filter(b -> b.slot().connector().equals(connector)
                        && b.slot().hook().equals(hook))
                .toList();
        return new HookPuller(declared, there, changes, choices)
                .pull().stream().map(this::named).toList();
    }

    private Optional<Binding> declare(StoredBinding binding, String connector) {
        Slot slot = new Slot(connector, binding.hook(), binding.executionOrder());
        Optional<String> name = Optional.ofNullable(names.get(binding.scriptId()));
        if (name.isEmpty()) {
            remarks.add("the binding " + slot + " runs a script that no file declares, so it is left out");
        }
        return name.map(n -> new Binding(slot, n, binding.settings(), Puller.NOWHERE));
    }

    /** A line of the file may call the script by a name that it does not have any more. */
    private Binding named(Binding binding) {
        boolean fromFile = !binding.origin().equals(Puller.NOWHERE);
        return fromFile
                ? new Binding(
                        binding.slot(),
                        renamed.getOrDefault(binding.script(), binding.script()),
                        binding.settings(),
                        binding.origin())
                : binding;
    }
}
