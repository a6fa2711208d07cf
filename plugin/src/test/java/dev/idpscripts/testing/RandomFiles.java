package dev.idpscripts.testing;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Repositories made by chance, from few names so that two of them have much in common: equal, changed, renamed, missing and
 * new objects all occur.
 */
public final class RandomFiles {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final List<String> BODIES = List.of("1", "1\n", "2", "let u = 3; // ü\n", "");
    private static final List<String> CONNECTORS = List.of("LDAP", "HR");
    private static final List<Hook> HOOKS = List.of(
            new Hook(HookPhase.BEFORE, Operation.CREATE),
            new Hook(HookPhase.AFTER, Operation.CREATE),
            new Hook(HookPhase.AFTER, Operation.DISABLE));
    private static final List<Object> ANNOTATIONS =
            List.of(Map.of("a", 1), Map.of("a", Map.of("b", List.of(true, "x"))), List.of(), "text");

    private final Random random;

    public RandomFiles(long seed) {
        random = new Random(seed);
    }

    /**
     * Some repository.
     *
     * @param before what the server was made to hold before; nothing that it makes impossible is declared, and templates that
     *     go have a tombstone
     */
    public Declarations some(Declarations before) {
        Desired files = new Desired();
        CONNECTORS.forEach(files::connector);
        Map<String, ScriptStatus> known =
                before.scripts().stream().collect(Collectors.toMap(Script::name, Script::status));
        List<String> bindable = scripts(files, known);
        for (String connector : CONNECTORS) {
            for (Hook hook : HOOKS) {
                bindings(files, connector, hook, bindable);
            }
        }
        Set<String> templates = before.templates().stream().map(Template::name).collect(Collectors.toSet());
        Set<String> oldNames = new HashSet<>();
        for (String name : chosen(NAMES)) {
            String oldName = oldName(name, templates);
            files.template(
                    name,
                    oldNames.add(oldName) ? oldName : null,
                    description(),
                    pick(List.of(TemplateCategory.values())),
                    pick(BODIES),
                    random.nextBoolean() ? null : pick(ANNOTATIONS));
        }
        Set<String> now =
                files.declare().templates().stream().map(Template::name).collect(Collectors.toSet());
        templates.stream().filter(name -> !now.contains(name)).sorted().forEach(files::removedTemplate);
        return files.declare();
    }

    private List<String> scripts(Desired files, Map<String, ScriptStatus> known) {
        List<String> bindable = new ArrayList<>();
        Set<String> oldNames = new HashSet<>();
        for (String name : chosen(NAMES)) {
            String oldName = oldName(name, known.keySet());
            oldName = oldNames.add(oldName) ? oldName : null;
            // There is no way back to draft (server.md 3.1), and a rename brings its status along.
            boolean canBeDraft = oldName == null && known.getOrDefault(name, ScriptStatus.DRAFT) == ScriptStatus.DRAFT;
            ScriptStatus status = pick(
                    canBeDraft ? List.of(ScriptStatus.values()) : List.of(ScriptStatus.ACTIVE, ScriptStatus.INACTIVE));
            files.script(name, oldName, description(), status, pick(BODIES));
            if (status != ScriptStatus.DRAFT) {
                bindable.add(name);
            }
        }
        return bindable;
    }

    private void bindings(Desired files, String connector, Hook hook, List<String> bindable) {
        if (bindable.isEmpty() || random.nextInt(3) == 0) {
            return;
        }
        List<Integer> orders = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 60, 70));
        Collections.shuffle(orders, random);
        int n = random.nextInt(4) == 0 ? Hook.MAX_BINDINGS : random.nextInt(4);
        orders.stream().limit(n).forEach(order -> files.bind(connector, hook, order, pick(bindable), settings()));
    }

    private BindingSettings settings() {
        return new BindingSettings(
                pick(List.of(FailurePolicy.values())), random.nextInt(3), 1 + random.nextInt(3), random.nextInt(4) > 0);
    }

    private String description() {
        return random.nextInt(3) == 0 ? null : pick(List.of("", "text", "other"));
    }

    private String oldName(String name, Set<String> known) {
        List<String> others =
                known.stream().filter(n -> !n.equals(name)).sorted().toList();
        return others.isEmpty() || random.nextInt(3) > 0 ? null : pick(others);
    }

    private List<String> chosen(List<String> from) {
        return from.stream().filter(name -> random.nextInt(3) > 0).toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The same declarations, with every list in another order. */
    public Declarations shuffled(Declarations files) {
        List<Script> scripts = new ArrayList<>(files.scripts());
        List<Binding> bindings = new ArrayList<>(files.bindings());
        List<Template> templates = new ArrayList<>(files.templates());
        Collections.shuffle(scripts, random);
        Collections.shuffle(bindings, random);
        Collections.shuffle(templates, random);
        return new Declarations(scripts, files.connectors(), bindings, templates, files.removed(), files.kinds());
    }
}
