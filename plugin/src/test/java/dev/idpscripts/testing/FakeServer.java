package dev.idpscripts.testing;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Evidence;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * The server's rules as far as plans depend on them, without HTTP: for tests of the planner. Each change is checked against
 * the rules when it is carried out, so a plan in a wrong order fails here. Ids are made from names, so that what tests see
 * does not change from run to run.
 */
public final class FakeServer {

    public static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final String REPOSITORY = "acme";
    private static final Instant TIME = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, StoredConnector> connectors = new LinkedHashMap<>();
    private final Map<UUID, StoredScript> scripts = new LinkedHashMap<>();
    private final Map<UUID, StoredVersion> versions = new LinkedHashMap<>();
    private final Map<UUID, StoredBinding> bindings = new LinkedHashMap<>();
    private final Map<UUID, StoredTemplate> templates = new LinkedHashMap<>();
    private final Map<UUID, StoredVersion> wedged = new LinkedHashMap<>();
    private int made;

    public FakeServer connector(String name) {
        connectors.put(name, new StoredConnector(id(name), name, "ldap", "active", null, TIME));
        return this;
    }

    /** What an apply of these files would do here, in an environment {@code staging}. */
    public Plan plan(Desired files, boolean prune) {
        Target target = new Target("staging", "https://idp.example.com", TENANT);
        return Planner.plan(files.declare(), inventory(), new PlanOptions(target, REPOSITORY, prune));
    }

    /** A script that this repository pushed. */
    public FakeServer script(String name, ScriptStatus status, String body) {
        return script(name, null, status, body, REPOSITORY);
    }

    /** A script that {@code repository} pushed; null for nobody that we know. */
    public FakeServer script(String name, String description, ScriptStatus status, String body, String repository) {
        UUID id = id(name);
        put(new StoredScript(id, TENANT, name, description, 2, status, false, TENANT, TIME, TIME));
        String label = repository == null
                ? "by hand"
                : Provenance.of("s", repository, Provenance.NO_COMMIT, new Body(body))
                        .format();
        UUID person = REPOSITORY.equals(repository) ? TENANT : id("somebody else");
        versions.put(id, new StoredVersion(id(name + " 2"), id, 2, body, label, person, TIME));
        return this;
    }

    /** Makes a script one of the server's own. */
    public FakeServer system(String name) {
        StoredScript s = scripts.get(id(name));
        put(new StoredScript(
                s.id(), TENANT, name, s.description(), s.currentVersion(), s.status(), true, TENANT, TIME, TIME));
        return this;
    }

    /** Takes away the row of a script's current version, as a crash can (server.md 3.1). */
    public FakeServer withoutVersion(String name) {
        versions.remove(id(name));
        return this;
    }

    /** Leaves a version above the current one, as a connection that breaks during a push can (server.md 3.2). */
    public FakeServer wedge(String name) {
        UUID id = id(name);
        wedged.put(id, new StoredVersion(id(name + " 3"), id, 3, "lost", "by hand", TENANT, TIME));
        return this;
    }

    public FakeServer bind(String connector, Hook hook, int order, String script) {
        return bind(connector, hook, order, script, BindingSettings.DEFAULT);
    }

    public FakeServer bind(String connector, Hook hook, int order, String script, BindingSettings settings) {
        UUID connectorId =
                connectors.containsKey(connector) ? connectors.get(connector).id() : id(connector);
        put(binding(UUID.randomUUID(), id(script), connectorId, hook, order, settings));
        return this;
    }

    public FakeServer template(String name, String description, TemplateCategory category, String body, Object notes) {
        put(new StoredTemplate(
                id("template " + name), TENANT, name, description, category, body, notes, false, TENANT, TIME, TIME));
        return this;
    }

    /** Made from its name, so always the same. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public Inventory inventory() {
        return new Inventory(
                List.copyOf(connectors.values()),
                List.copyOf(scripts.values()),
                List.copyOf(bindings.values()),
                List.copyOf(templates.values()),
                versions,
                new Evidence(Map.of(), Map.of(), List.of(), wedged));
    }

    /** The same, with every list in another order. */
    public Inventory shuffled(Random random) {
        Inventory in = inventory();
        return new Inventory(
                shuffled(in.connectors(), random),
                shuffled(in.scripts(), random),
                shuffled(in.bindings(), random),
                shuffled(in.templates(), random),
                in.current(),
                in.evidence());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Carries out a plan in its order. */
    public void apply(Plan plan) {
        plan.changes().forEach(this::apply);
    }

    private void apply(Change change) {
        if (change instanceof BindingChange binding) {
            apply(binding);
        } else if (change instanceof ScriptChange script) {
            apply(script);
        } else if (change instanceof TemplateChange template) {
            apply(template);
        } else {
            apply((NamedChange) change);
        }
    }

    private void apply(NamedChange change) {
        UUID id = change.current().id();
        if (change instanceof NamedChange.Delete) {
            check(bindings.values().stream().noneMatch(b -> b.scriptId().equals(id)), "deleted while bound");
            check(scripts.remove(id) != null || templates.remove(id) != null, "deleted twice");
            versions.remove(id);
            wedged.remove(id);
        } else if (change.current() instanceof StoredScript) {
            StoredScript s = scripts.get(id);
            put(new StoredScript(
                    id,
                    TENANT,
                    name(change, s),
                    change instanceof NamedChange.Describe c ? c.to() : s.description(),
                    s.currentVersion(),
                    s.status(),
                    false,
                    TENANT,
                    TIME,
                    TIME));
        } else {
            StoredTemplate t = templates.get(id);
            put(new StoredTemplate(
                    id,
                    TENANT,
                    name(change, t),
                    change instanceof NamedChange.Describe c ? c.to() : t.description(),
                    t.category(),
                    t.templateBody(),
                    t.placeholderAnnotations(),
                    false,
                    TENANT,
                    TIME,
                    TIME));
        }
    }

    private static String name(NamedChange change, StoredNamed now) {
        return change instanceof NamedChange.Rename c ? c.to() : now.name();
    }

    private void apply(ScriptChange change) {
        if (change instanceof ScriptChange.Create c) {
            UUID id = id("made " + made++);
            String description = c.script().description().orElse(null);
            put(new StoredScript(
                    id, TENANT, c.script().name(), description, 2, ScriptStatus.DRAFT, false, TENANT, TIME, TIME));
            push(id, 2, c.script().body());
        } else if (change instanceof ScriptChange.Update c) {
            StoredScript s = scripts.get(c.current().id());
            check(!wedged.containsKey(s.id()), "pushed to a wedged script");
            put(withVersion(s, s.currentVersion() + 1));
            push(s.id(), s.currentVersion() + 1, c.script().body());
        } else if (change instanceof ScriptChange.Activate c) {
            status(c.name(), ScriptStatus.ACTIVE);
        } else if (change instanceof ScriptChange.Deactivate c) {
            status(c.name(), ScriptStatus.INACTIVE);
        }
    }

    private void apply(BindingChange change) {
        if (change instanceof BindingChange.Bind c) {
            StoredScript script = byName(c.binding().script());
            check(script.status() == ScriptStatus.ACTIVE, "bound while " + script.status());
            Slot slot = c.binding().slot();
            put(binding(
                    UUID.randomUUID(),
                    script.id(),
                    c.connectorId(),
                    slot.hook(),
                    slot.order(),
                    c.binding().settings()));
        } else if (change instanceof BindingChange.Rebind c) {
            StoredBinding b = bindings.get(c.current().id());
            put(binding(
                    b.id(),
                    b.scriptId(),
                    b.connectorId(),
                    b.hook(),
                    b.executionOrder(),
                    c.binding().settings()));
        } else if (change instanceof BindingChange.Move c) {
            StoredBinding b = bindings.get(c.current().id());
            put(binding(b.id(), b.scriptId(), b.connectorId(), b.hook(), c.to().order(), b.settings()));
        } else if (change instanceof BindingChange.Unbind c) {
            check(bindings.remove(c.current().id()) != null, "unbound twice");
        }
    }

    private void apply(TemplateChange change) {
        if (change instanceof TemplateChange.Create c) {
            Template t = c.template();
            put(stored(id("made " + made++), t, t.name(), t.description().orElse(null)));
        } else if (change instanceof TemplateChange.Update c) {
            StoredTemplate old = templates.get(c.current().id());
            put(stored(old.id(), c.template(), old.name(), old.description()));
        }
    }

    private StoredTemplate stored(UUID id, Template t, String name, String description) {
        Object before = Optional.ofNullable(templates.get(id))
                .map(StoredTemplate::placeholderAnnotations)
                .orElse(null);
        return new StoredTemplate(
                id,
                TENANT,
                name,
                description,
                t.category(),
                t.body().text(),
                t.annotations().orElse(before),
                false,
                TENANT,
                TIME,
                TIME);
    }

    private void push(UUID id, int number, Body body) {
        String label =
                Provenance.of("s", REPOSITORY, Provenance.NO_COMMIT, body).format();
        versions.put(id, new StoredVersion(UUID.randomUUID(), id, number, body.text(), label, TENANT, TIME));
    }

    private void status(String name, ScriptStatus status) {
        StoredScript s = byName(name);
        check(s.status() != status, "is already " + status);
        put(new StoredScript(
                s.id(), TENANT, s.name(), s.description(), s.currentVersion(), status, false, TENANT, TIME, TIME));
    }

    private StoredScript byName(String name) {
        return scripts.values().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no script " + name));
    }

    private static StoredScript withVersion(StoredScript s, int version) {
        return new StoredScript(
                s.id(), TENANT, s.name(), s.description(), version, s.status(), false, TENANT, TIME, TIME);
    }

    private void put(StoredScript script) {
        check(
                scripts.values().stream().noneMatch(s -> s.name().equals(script.name()) && !s.id().equals(script.id())),
                "script name taken: " + script.name());
        scripts.put(script.id(), script);
    }

    private void put(StoredTemplate template) {
        check(
                templates.values().stream()
                        .noneMatch(t -> t.name().equals(template.name()) && !t.id().equals(template.id())),
                "template name taken: " + template.name());
        templates.put(template.id(), template);
    }

    private void put(StoredBinding binding) {
        List<StoredBinding> others = bindings.values().stream()
                .filter(b -> b.connectorId().equals(binding.connectorId())
                        && b.hook().equals(binding.hook()))
                .filter(b -> !b.id().equals(binding.id()))
                .toList();
        check(
                others.stream().noneMatch(b -> b.executionOrder() == binding.executionOrder()),
                "slot taken: " + binding.hook() + " " + binding.executionOrder());
        check(others.size() < Hook.MAX_BINDINGS, "more than ten on " + binding.hook());
        bindings.put(binding.id(), binding);
    }

    private static StoredBinding binding(
            UUID id, UUID script, UUID connector, Hook hook, int order, BindingSettings settings) {
        return new StoredBinding(
                id,
                TENANT,
                script,
                connector,
                hook.phase(),
                hook.operation(),
                order,
                settings.onFailure(),
                settings.maxRetries(),
                settings.timeoutSeconds(),
                settings.enabled(),
                TENANT,
                TIME,
                TIME);
    }

    private static void check(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new AssertionError("the server would refuse this: " + otherwise);
        }
    }
}
