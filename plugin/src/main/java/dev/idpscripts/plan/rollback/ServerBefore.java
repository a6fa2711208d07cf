package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The server as it would be without a run: its changes are taken back in the lists, the latest first, and what it did not touch is as it is
 * now. Only bodies of scripts are left, which the server keeps as versions. Each case returns why this cannot be had, empty if it can.
 */
final class ServerBefore
        implements NamedChange.Cases<String>,
                ScriptChange.Cases<String>,
                BindingChange.Cases<String>,
                TemplateChange.Cases<String> {

    /** A hook of a connector. */
    record HookPlace(UUID connector, Hook hook) {

        boolean has(StoredBinding binding) {
            return binding.connectorId().equals(connector) && binding.hook().equals(hook);
        }
    }

    private final InventoryIndex now;
    /** What the run changed or deleted: such an object was not made since, whatever it is called. */
    private final Set<UUID> old;

    private final MadeByRun made;
    private final Map<UUID, StoredNamed> named = new LinkedHashMap<>();
    private final Map<UUID, StoredBinding> bindings = new LinkedHashMap<>();
    private final Map<UUID, Body> bodies = new HashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Set<StoredNamed> madeNamed = new LinkedHashSet<>();
    private final Set<StoredBinding> madeBindings = new LinkedHashSet<>();
    private final Set<HookPlace> hooks = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private RecordedChange current;

    /**
     * Takes the run back.
     *
     * @param done the run's changes, in the order in which they were begun
     * @param onlyOurs whether nobody else ever pushed a version of a script
     */
    ServerBefore(List<RecordedChange> done, Inventory server, Predicate<UUID> onlyOurs) {
        this.now = server.index();
        this.old = done.stream()
                .flatMap(each -> each.change().stored().map(ObjectRef::id).stream())
                .collect(Collectors.toSet());
        this.made = new MadeByRun(server, id -> !old.contains(id) && onlyOurs.test(id));
        server.scripts().forEach(script -> named.put(script.id(), script));
        server.templates().forEach(template -> named.put(template.id(), template));
        server.bindings().forEach(binding -> bindings.put(binding.id(), binding));
        Change.Handlers<String> cases = new Change.Handlers<>(this, this, this, this);
        for (int i = done.size() - 1; i >= 0; i--) {
            current = done.get(i);
            Optional.of(current.change().match(cases))
                    .filter(why -> !why.isEmpty())
                    .ifPresent(refusals::add);
        }
    }

    private String edit(StoredNamed was, UnaryOperator<StoredNamed> back) {
        touched.add(was.id());
        boolean there = named.computeIfPresent(was.id(), (id, each) -> back.apply(each)) != null;
        return there ? "" : was.address() + ": it was deleted since";
    }

    @Override
    public String rename(NamedChange.Rename c) {
        return edit(c.current(), each -> each.named(c.current().name()));
    }

    @Override
    public String describe(NamedChange.Describe c) {
        return edit(c.current(), each -> each.described(c.current().descriptionText()));
    }

    @Override
    public String delete(NamedChange.Delete c) {
        StoredNamed gone = c.current();
        if (now.named(gone.id()).isPresent()) {
            return "";
        }
        if (madeSince(gone.address()).isPresent()) {
            remarks.add(gone.address() + " was deleted by that run and is there again, made since");
            return "";
        }
        if (gone instanceof StoredScript && current.kept().isEmpty()) {
            return gone.address() + ": that run deleted it, and the server had no body of it; apply its file again";
        }
        current.kept().ifPresent(body -> bodies.put(gone.id(), body));
        named.put(gone.id(), gone);
        touched.add(gone.id());
        return "";
    }

    private Optional<StoredNamed> madeSince(ObjectAddress address) {
        return now.named(address).filter(there -> !old.contains(there.id()));
    }

    @Override
    public String create(ScriptChange.Create c) {
        return made(made.script(current));
    }

    @Override
    public String create(TemplateChange.Create c) {
        return made(made.template(current));
    }

    private String made(Optional<? extends StoredNamed> there) {
        there.ifPresent(each -> {
            named.remove(each.id());
            madeNamed.add(each);
        });
        return "";
    }

    @Override
    public String update(ScriptChange.Update c) {
        return edit(c.current(), each -> each);
    }

    @Override
    public String update(TemplateChange.Update c) {
        now.template(c.current().id())
                .filter(each -> c.current().placeholderAnnotations() == null && each.placeholderAnnotations() != null)
                .ifPresent(each ->
                        remarks.add(each.address() + " keeps its annotations, which the server cannot take away"));
        return edit(c.current(), each -> ((StoredTemplate) each).with(c.current()));
    }

    @Override
    public String activate(ScriptChange.Activate c) {
        return c.current().map(this::status).orElse("");
    }

    @Override
    public String deactivate(ScriptChange.Deactivate c) {
        return c.current().map(this::status).orElse("");
    }

    private String status(StoredScript was) {
        Optional<StoredScript> drafted = now.script(was.id())
                .filter(each -> was.status() == ScriptStatus.DRAFT && each.status() != ScriptStatus.DRAFT);
        drafted.ifPresent(each -> remarks.add(
                each.address() + " was a draft; it becomes inactive, for the server has no way back to draft"));
        ScriptStatus status = drafted.isPresent() ? ScriptStatus.INACTIVE : was.status();
        return edit(was, each -> ((StoredScript) each).with(status));
    }

    private String edit(StoredBinding was, UnaryOperator<StoredBinding> back) {
        hooks.add(new HookPlace(was.connectorId(), was.hook()));
        bindings.computeIfPresent(was.id(), (id, each) -> back.apply(each));
        return "";
    }

    @Override
    public String rebind(BindingChange.Rebind c) {
        return edit(c.current(), each -> each.with(c.current().settings()));
    }

    @Override
    public String move(BindingChange.Move c) {
        return edit(c.current(), each -> each.at(c.from().order()));
    }

    @Override
    public String bind(BindingChange.Bind c) {
        hooks.add(new HookPlace(c.connectorId(), c.slot().hook()));
        made.binding(current).ifPresent(each -> {
            bindings.remove(each.id());
            madeBindings.add(each);
        });
        return "";
    }

    /** Where its script was deleted, the one that was made since under its name gets it. */
    @Override
    public String unbind(BindingChange.Unbind c) {
        StoredBinding gone = c.current();
        hooks.add(new HookPlace(gone.connectorId(), gone.hook()));
        Optional<UUID> script = Optional.of(gone.scriptId())
                .filter(named::containsKey)
                .or(() -> madeSince(ObjectAddress.script(c.script())).map(StoredNamed::id));
        script.ifPresent(id -> bindings.putIfAbsent(gone.id(), gone.ofScript(id)));
        return script.isPresent() ? "" : "binding " + c.slot() + ": its script " + c.script() + " was deleted since";
    }

    /** What the run changed in its place or deleted, as it was. */
    List<StoredNamed> changed() {
        return touched.stream().flatMap(id -> named(id).stream()).toList();
    }

    /** A script or template as it was; empty if it was not there. */
    Optional<StoredNamed> named(UUID id) {
        return Optional.ofNullable(named.get(id));
    }

    /** The body of a script that the run deleted. */
    Optional<Body> body(UUID script) {
        return Optional.ofNullable(bodies.get(script));
    }

    /** Where the run changed bindings. */
    Set<HookPlace> hooks() {
        return hooks;
    }

    /** The bindings of a hook as they were: those that stay in their places first, for the others want places. */
    List<StoredBinding> bindings(HookPlace place) {
        return bindings.values().stream()
                .filter(place::has)
                .sorted(Comparator.comparing(each -> !staysInPlace(each)))
                .toList();
    }

    private boolean staysInPlace(StoredBinding was) {
        return now.binding(was.id())
                .filter(each -> each.executionOrder() == was.executionOrder())
                .isPresent();
    }

    /** Scripts and templates that the run made, as they are. */
    Set<StoredNamed> madeNamed() {
        return madeNamed;
    }

    /** Bindings that the run made, as they are. */
    Set<StoredBinding> madeBindings() {
        return madeBindings;
    }

    /** What stays as it is although the run changed it, and why; clauses. */
    Set<String> remarks() {
        return remarks;
    }

    /** What cannot be had, and why; clauses. */
    Set<String> refusals() {
        return refusals;
    }
}
