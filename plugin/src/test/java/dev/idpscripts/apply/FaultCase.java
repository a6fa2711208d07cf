package dev.idpscripts.apply;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.Applied.Result;
import dev.idpscripts.model.plan.Applied.State;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.DriftCheck;
import dev.idpscripts.plan.Recheck;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.Holding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One apply that meets one fault, and what must hold afterwards. */
record FaultCase(FaultCase.Prepared start, int request, FaultKind kind, OnFailure policy) {

    private static final List<TemplateCategory> CATEGORIES = List.copyOf(EnumSet.allOf(TemplateCategory.class));
    private static final List<Hook> HOOKS = List.of(
            new Hook(HookPhase.BEFORE, Operation.CREATE),
            new Hook(HookPhase.AFTER, Operation.CREATE),
            new Hook(HookPhase.AFTER, Operation.DISABLE));

    /**
     * A server before the apply.
     *
     * @param folder its data
     * @param writes how many changes the plan has
     * @param requests how many requests planning and applying take
     * @param rolledBack counts cases that were taken back
     * @param partial counts cases that were neither taken back nor finished
     */
    record Prepared(
            Path folder, Inventory before, int writes, int requests, AtomicInteger rolledBack, AtomicInteger partial) {}

    static Prepared prepare(Path temp) throws IOException {
        Path folder = temp.resolve("start");
        Inventory before;
        try (Sandbox sandbox = Sandbox.start(options(folder))) {
            Client client = new Client(sandbox, true);
            Declarations old = old();
            Applied applied = client.apply(client.plan(old));
            if (!applied.isComplete()) {
                throw new IllegalStateException(applied.toString());
            }
            Client.colleague(sandbox).server().scripts().create("not ours", Optional.of("left alone"));
            before = client.inventory();
        }
        Path copy = copy(folder);
        try (Sandbox sandbox = Sandbox.start(options(copy))) {
            Client client = new Client(sandbox, true);
            Plan plan = client.plan(wanted());
            Applied applied = client.apply(plan, client.standings(plan));
            if (!applied.isComplete()) {
                throw new IllegalStateException(applied.toString());
            }
            return new Prepared(
                    folder, before, plan.changes().size(), client.requests(), new AtomicInteger(), new AtomicInteger());
        }
    }

    private static SandboxOptions options(Path folder) {
        return new SandboxOptions(0, Optional.of(folder), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR"));
    }

    private static Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory(folder.getParent(), "case");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    /** What every case begins with. */
    static Declarations old() {
        Desired files = new Desired();
        for (int i = 0; i < 6; i++) {
            files.script("changed" + i, null, "d", ScriptStatus.ACTIVE, "1");
            files.script("old name" + i, null, "d", i % 2 == 0 ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE, "1");
            files.script("gone" + i, null, "d", ScriptStatus.ACTIVE, "1");
            files.template("template" + i, null, "t", CATEGORIES.get(i % 5), "1", Map.of("a", i));
        }
        files.script("draft", null, "d", ScriptStatus.DRAFT, "1");
        for (int i = 0; i < 3; i++) {
            files.bind("LDAP", HOOKS.get(i), 1, "changed" + i);
            files.bind("LDAP", HOOKS.get(i), 2, "old name0");
            files.bind("LDAP", HOOKS.get(i), 3, "gone" + i, new BindingSettings(FailurePolicy.RETRY, 2, 9, i == 1));
            files.bind("HR", HOOKS.get(i), 5, "changed3");
        }
        return files.declare();
    }

    /** What every case wants: every kind of change is in it. */
    static Declarations wanted() {
        Desired files = new Desired();
        for (int i = 0; i < 6; i++) {
            files.script(
                    "changed" + i,
                    null,
                    i < 3 ? "d" : "other",
                    i == 4 ? ScriptStatus.INACTIVE : ScriptStatus.ACTIVE,
                    "2");
            files.script("new name" + i, "old name" + i, "d", i < 4 ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE, "1");
            files.script("made" + i, null, "new", i < 4 ? ScriptStatus.ACTIVE : ScriptStatus.DRAFT, "3");
        }
        files.script("draft", null, "d", ScriptStatus.ACTIVE, "1");
        files.template("template0", null, "t", CATEGORIES.get(0), "2", Map.of("a", 0));
        files.template("template1", null, "u", CATEGORIES.get(1), "1", Map.of("a", 1));
        files.template("template two", "template2", "t", CATEGORIES.get(2), "1", Map.of("a", 2));
        files.template("template3", null, "t", CATEGORIES.get(3), "1", Map.of("a", 3));
        files.template("template made", null, "t", CATEGORIES.get(3), "1", null);
        files.removedTemplate("template4").removedTemplate("template5");
        for (int i = 0; i < 3; i++) {
            files.bind("LDAP", HOOKS.get(i), 2, "changed" + i);
            files.bind("LDAP", HOOKS.get(i), 1, "new name0", new BindingSettings(FailurePolicy.CONTINUE, 0, 7, i != 2));
            files.bind("LDAP", HOOKS.get(i), 4, "made" + i, new BindingSettings(FailurePolicy.ABORT, 0, 30, i != 1));
            files.bind("HR", HOOKS.get(i), 5, "changed3", new BindingSettings(FailurePolicy.RETRY, 3, 9, true));
        }
        return files.declare();
    }

    /** What is wrong afterwards; nothing if all is well. */
    List<String> run() throws IOException {
        Path place = copy(start.folder());
        List<String> wrong = new ArrayList<>();
        Optional<Applied> applied = Optional.empty();
        Faults faults = new Faults(List.of(new Fault("*", request, 1, kind)));
        try (Sandbox sandbox = Sandbox.start(options(place), faults)) {
            Client client = new Client(sandbox, true);
            try {
                Plan plan = client.plan(wanted());
                applied = Optional.of(client.apply(plan, client.standings(plan), policy, Journal.none()));
            } catch (IdpScriptsException e) {
                // Nothing was begun: the server must be as before.
                applied = Optional.empty();
            }
            Client fresh = new Client(sandbox, true);
            judge(fresh.inventory(), applied, wrong);
            converge(fresh, wrong);
        } catch (RuntimeException e) {
            wrong.add(this + ": " + e);
        }
        return wrong;
    }

    private void judge(Inventory after, Optional<Applied> applied, List<String> wrong) {
        Map<String, String> old = exact(start.before());
        Map<String, String> wanted = Holding.wanted(wanted()).objects();
        Map<String, String> now = exact(after);
        if (!Objects.equals(old.get("script not ours"), now.get("script not ours"))) {
            wrong.add(this + ": touched what is not ours");
        }
        if (applied.isEmpty() || applied.get().isRolledBack()) {
            boolean drafted = "INACTIVE".equals(status(now, "script draft"));
            if (drafted) {
                old.put("script draft", now.get("script draft"));
            }
            compare("as before", old, now, wrong);
        } else if (applied.get().isComplete()) {
            now.remove("script not ours");
            compare("as wanted", wanted, new Holding(held(after)).objects(), wrong);
        } else {
            asReported(applied.get(), old, now, wrong);
        }
        applied.ifPresent(result -> {
            if (result.isRolledBack()) {
                start.rolledBack().incrementAndGet();
            } else if (!result.isComplete()) {
                start.partial().incrementAndGet();
            }
        });
        boolean quiet = applied.isPresent()
                && applied.get().takenBack()
                && !applied.get().isRolledBack();
        if (quiet && applied.get().results().stream().noneMatch(Result::open)) {
            wrong.add(this + ": not rolled back, and nothing is said to be open");
        }
    }

    private static String status(Map<String, String> objects, String key) {
        return objects.getOrDefault(key, "").split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** What was not attempted, or undone, is as before. */
    private void asReported(Applied applied, Map<String, String> old, Map<String, String> now, List<String> wrong) {
        TreeSet<String> touched = new TreeSet<>();
        for (Result result : applied.results()) {
            if (result.state() != State.NOT_ATTEMPTED && result.state() != State.UNDONE) {
                touched.add(result.change().subject().toString());
                result.change()
                        .match(
                                s -> s instanceof ScriptChange.Rename r
                                        && touched.add("script " + r.current().name()),
                                b -> b instanceof BindingChange.Move m && touched.add("binding " + m.from()),
                                t -> t instanceof TemplateChange.Rename r
                                        && touched.add("template " + r.current().name()));
            }
        }
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            boolean same = Objects.equals(old.get(key), now.get(key));
            boolean draft = key.equals("script draft") && status(now, key).equals("INACTIVE");
            if (!same && !draft && !touched.contains(key) && !renamedOwner(old, now, key)) {
                wrong.add(this + ": " + key + " is " + now.get(key) + ", was " + old.get(key)
                        + ", but the report does not say so");
            }
        }
    }

    /** A binding whose script has another name now has not changed itself. */
    private static boolean renamedOwner(Map<String, String> old, Map<String, String> now, String key) {
        return key.startsWith("binding ")
                && old.containsKey(key)
                && now.containsKey(key)
                && old.get(key).replace("old name", "new name").equals(now.get(key));
    }

    private void compare(String what, Map<String, String> expected, Map<String, String> now, List<String> wrong) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(now.keySet());
        keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), now.get(key)))
                .forEach(key -> wrong.add(
                        this + ": not " + what + ": " + key + " is " + now.get(key) + ", not " + expected.get(key)));
    }

    private static Map<String, String> exact(Inventory inventory) {
        return Holding.held(inventory, new Desired().declare()).objects();
    }

    private static Map<String, String> held(Inventory inventory) {
        Map<String, String> objects = Holding.held(inventory, wanted()).objects();
        objects.remove("script not ours");
        return objects;
    }

    /** The next apply, without faults, does the rest. */
    private void converge(Client client, List<String> wrong) {
        List<String> wedged = client.inventory().scripts().stream()
                .filter(s -> client.server().versions().all(s.id(), s.name()).stream()
                        .anyMatch(v -> v.versionNumber() > s.currentVersion()))
                .map(StoredScript::name)
                .toList();
        if (!wedged.isEmpty() && kind != FaultKind.WEDGE) {
            wrong.add(this + ": wedged " + wedged);
        }
        try {
            List<String> explained = client.plan(wanted()).problems().stream()
                    .map(problem -> problem.message())
                    .toList();
            if (explained.size() > wedged.size()
                    || !explained.stream().allMatch(text -> text.contains("is wedged on the server"))) {
                wrong.add(this + ": wedged " + wedged + ", explained " + explained);
            }
            Plan plan = wedged.isEmpty() ? client.plan(wanted()) : client.planRecreating(wanted());
            DriftCheck.check(plan, "false");
            List<Recheck.Standing> standings = client.standings(plan);
            Recheck.refuseStale(standings);
            Applied again = client.apply(plan, standings);
            if (!again.isComplete()) {
                wrong.add(this + ": the next apply: " + again.in(State.FAILED));
            }
            compare("as wanted by the next apply", Holding.wanted(wanted()).objects(), held(client.inventory()), wrong);
        } catch (IdpScriptsException e) {
            wrong.add(this + ": the next apply: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "request " + request + ", " + kind.text() + ", " + policy;
    }
}
