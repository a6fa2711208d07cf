package dev.idpscripts.plan;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.attribution.BindingAttribution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the bindings, hook by hook, in the order of connector, phase and operation. */
final class BindingPlanner implements HookPlanner.Scripts {

    private final Declarations files;
    private final Inventory server;
    private final PlanOptions options;
    private final ScriptPlanner scripts;
    private final BindingAttribution who;
    private final InventoryIndex index;
    private final Map<UUID, Script> declaredScripts = new LinkedHashMap<>();
    private final Map<String, StoredConnector> connectors = new TreeMap<>();

    BindingPlanner(
            Declarations files, Inventory server, PlanOptions options, ScriptPlanner scripts, BindingAttribution who) {
        this.who = who;
        this.files = files;
        this.server = server;
        this.options = options;
        this.scripts = scripts;
        this.index = server.index();
        files.scripts().forEach(script -> scripts.matches()
                .of(script.name())
                .ifPresent(stored -> declaredScripts.put(stored.id(), script)));
        files.scripts().forEach(script -> scripts.wedged()
                .replacedBy(script)
                .ifPresent(stored -> declaredScripts.put(stored.id(), script)));
        server.connectors().forEach(connector -> connectors.put(connector.name(), connector));
    }

    /** Adds the changes, and returns the names of the scripts that get a new binding. */
    Set<String> plan(PlanBuilder draft) {
        files.connectors().forEach(use -> known(use, draft));
        Set<String> toBeBound = new HashSet<>();
        Map<UUID, List<StoredBinding>> stored =
                server.bindings().stream().collect(Collectors.groupingBy(StoredBinding::connectorId));
        connectors.forEach((name, connector) -> {
            List<StoredBinding> there = stored.getOrDefault(connector.id(), List.of());
            stored.remove(connector.id());
            hooks(name, connector.id(), there, draft, toBeBound);
        });
        // What is left belongs to connectors that are gone: the server keeps such bindings for ever (server.md 7).
        new TreeMap<>(stored).forEach((id, orphans) -> hooks("deleted connector " + id, id, orphans, draft, toBeBound));
        return toBeBound;
    }

    private void known(ConnectorUse use, PlanBuilder draft) {
        if (connectors.containsKey(use.name())) {
            return;
        }
        String alias = use.name().equals(use.inFiles()) ? "" : " (" + use.inFiles() + " in the files)";
        String there = connectors.isEmpty() ? "it has none" : "it has " + String.join(", ", connectors.keySet());
        draft.problem(
                use.origin(),
                "there is no connector \"" + use.name() + "\"" + alias + " on the server; " + there
                        + ". If it has another name there, add it under \"connectors\" in the environment's file");
    }

    private void hooks(
            String connector, UUID connectorId, List<StoredBinding> stored, PlanBuilder draft, Set<String> toBeBound) {
        for (HookPhase phase : HookPhase.values()) {
            for (Operation operation : Operation.values()) {
                Hook hook = new Hook(phase, operation);
                List<Binding> declared = files.bindings().stream()
                        .filter(b -> b.slot().connector().equals(connector)
                                && b.slot().hook().equals(hook))
                        .toList();
                List<StoredBinding> there =
                        stored.stream().filter(b -> b.hook().equals(hook)).toList();
                HookPlanner planner = new HookPlanner(connector, hook, declared, there, this);
                Stream.concat(planner.missing().stream(), planner.restored().stream())
                        .forEach(b -> toBeBound.add(b.script()));
                planner.plan(draft, b -> bind(b, connectorId, draft));
            }
        }
    }

    private void bind(Binding binding, UUID connectorId, PlanBuilder draft) {
        Optional<StoredScript> script = scripts.matches().of(binding.script());
        draft.add(
                new BindingChange.Bind(binding, connectorId, script),
                scripts.wedged().isReplacing(binding.script())
                        ? Reason.of("as for the wedged script before", binding.origin())
                        : Reason.of("it is not on the server", binding.origin())
                                .by(who.missing(
                                        binding,
                                        script,
                                        connectorId,
                                        script.map(s -> names(s.id())).orElse(Set.of()))));
    }

    @Override
    public Attribution extra(StoredBinding stored, Slot slot) {
        return storedScript(stored).filter(scripts::isDeleted).isPresent()
                ? Attribution.LOCAL
                : who.extra(new BindingAttribution.Placed(stored, slot, names(stored)), storedScript(stored));
    }

    @Override
    public Attribution order(StoredBinding stored, Binding file) {
        return who.order(placed(stored, file), storedScript(stored), file);
    }

    @Override
    public Attribution settings(StoredBinding stored, Binding file) {
        return who.settings(placed(stored, file), storedScript(stored), file);
    }

    private BindingAttribution.Placed placed(StoredBinding stored, Binding file) {
        return new BindingAttribution.Placed(stored, file.slot().withOrder(stored.executionOrder()), names(stored));
    }

    private Optional<StoredScript> storedScript(StoredBinding binding) {
        return index.script(binding.scriptId());
    }

    @Override
    public String name(UUID script) {
        return Optional.ofNullable(declaredScripts.get(script))
                .map(Script::name)
                .or(() -> index.script(script).map(StoredScript::name))
                .orElse("unknown script " + script);
    }

    @Override
    public Optional<UUID> declaredId(String name) {
        return scripts.matches().of(name).map(StoredScript::id);
    }

    /** What the script of a binding may be called in files. */
    private Set<String> names(StoredBinding binding) {
        return names(binding.scriptId());
    }

    private Set<String> names(UUID script) {
        Set<String> own = new HashSet<>(Set.of(name(script)));
        index.script(script).map(StoredScript::name).ifPresent(own::add);
        return who.scriptNames(
                script, own, Optional.ofNullable(declaredScripts.get(script)).flatMap(Script::renamedFrom));
    }

    @Override
    public Optional<Reason> removal(StoredBinding binding, Slot slot, List<Binding> declared) {
        return unwanted(binding, slot.connector())
                .or(() -> storedScript(binding).filter(scripts::isDeleted).isPresent()
                        ? Optional.of(Reason.of("its script is deleted"))
                        : Optional.empty())
                .or(() -> noLonger(binding, slot, declared));
    }

    /**
     * A hook is a list: what this repository declared for it and declares no more goes, whichever line it was; also if its file was the
     * last one of its folder, for Git keeps no empty folders.
     */
    private Optional<Reason> noLonger(StoredBinding binding, Slot slot, List<Binding> declared) {
        Set<String> names = names(binding);
        boolean again = declared.stream().anyMatch(other -> names.contains(other.script()));
        return storedScript(binding).filter(scripts.wedged()::isReplaced).isEmpty()
                        && who.wasDeclared(
                                new BindingAttribution.Placed(binding, slot, names),
                                storedScript(binding),
                                isOurs(binding) && !declared.isEmpty() && !options.onlyProven(),
                                again)
                ? Optional.of(Reason.of("the files declared it, and do no more"))
                : Optional.empty();
    }

    private Optional<Reason> unwanted(StoredBinding binding, String connector) {
        Optional<Reason> tombstone = files.removed().bindings().stream()
                .filter(gone -> gone.connector().equals(connector)
                        && gone.hook().equals(binding.hook())
                        && gone.script().equals(name(binding.scriptId())))
                .findFirst()
                .map(gone -> Reason.of("the file says that it is removed", gone.origin()));
        return tombstone.or(() -> options.prune() && isOurs(binding)
                ? Optional.of(Reason.of("no file declares it, and its script is this repository's"))
                : Optional.empty());
    }

    @Override
    public boolean isOurs(StoredBinding binding) {
        return files.kinds().contains(ObjectAddress.Type.BINDING) && declaredScripts.containsKey(binding.scriptId());
    }

    @Override
    public boolean runs(StoredBinding binding) {
        ScriptStatus status = Optional.ofNullable(declaredScripts.get(binding.scriptId()))
                .map(Script::status)
                .or(() -> storedScript(binding).map(StoredScript::status))
                .orElse(ScriptStatus.INACTIVE);
        return binding.enabled() && status == ScriptStatus.ACTIVE;
    }

    @Override
    public Optional<Binding> restored(StoredBinding binding, Slot slot) {
        return connectors.containsKey(slot.connector())
                        && unwanted(binding, slot.connector()).isEmpty()
                ? scripts.wedged()
                        .replacement(binding.scriptId())
                        .map(script -> new Binding(slot, script.name(), binding.settings(), script.metadata()))
                : Optional.empty();
    }
}
