package dev.idpscripts.command;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import dev.idpscripts.workspace.Environments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A repository with its history, a server, and what really happened to both. The files declare a script with its binding, and a template; each
 * value is a number.
 */
final class HistoryWorld {

    /** What can differ. */
    enum Value {
        BODY,
        NAME,
        STATUS,
        DESCRIPTION,
        SETTINGS,
        ORDER,
        TEMPLATE;

        boolean hasVersions() {
            return this == BODY;
        }

        /** Whether a change is about it. */
        private boolean isOf(Change change) {
            return switch (this) {
                case BODY -> change.kind() == Change.Kind.UPDATE && change.isOfScript();
                case NAME -> change.kind() == Change.Kind.RENAME && change.isOfScript();
                case STATUS -> change.kind() == Change.Kind.ACTIVATE || change.kind() == Change.Kind.DEACTIVATE;
                case DESCRIPTION -> change.kind() == Change.Kind.DESCRIBE && change.isOfScript();
                case SETTINGS -> change.kind() == Change.Kind.REBIND;
                case ORDER -> change.kind() == Change.Kind.MOVE;
                case TEMPLATE -> change.kind() == Change.Kind.UPDATE && !change.isOfScript();
            };
        }
    }

    /** A commit, as it really is. */
    private record Commit(Set<String> ancestors, Map<Value, Integer> declared, Layout layout, Set<Value> introduced) {}

    /**
     * What files have besides values.
     *
     * @param place the folder in which the script's files lie
     * @param former the name that the script is said to have had; null for none
     */
    private record Layout(String place, Integer former) {}

    /** An apply: from where, and whether any version tells of it. */
    private record Applied(String commit, boolean told) {}

    private static final String LDAP = "LDAP";
    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private final Repo repo;
    private final TestGit git;
    private final Client us;
    private final Server colleague;
    private final Environment environment;
    private final Map<Value, Integer> files = new EnumMap<>(Value.class);
    private final Map<Value, Integer> server = new EnumMap<>(Value.class);
    private final Map<String, Commit> commits = new LinkedHashMap<>();
    private final Map<Value, List<Applied>> applied = new EnumMap<>(Value.class);
    private String head;

    private Layout layout = new Layout("scripts/", null);
    private int fresh = 10;

    HistoryWorld(Path folder, Client us, Server colleague) {
        repo = new Repo(folder)
                .file("environments/test.yaml", "url: sandbox\nsandbox: {connectors: [" + LDAP + "]}\n")
                .file(".gitignore", "target/\n");
        git = new TestGit(folder);
        git.run("init", "-q", "-b", "b0");
        this.us = us;
        this.colleague = colleague;
        environment = new Environments(folder).choose("test");
        for (Value value : Value.values()) {
            files.put(value, 1);
            applied.put(value, new ArrayList<>());
        }
        write();
        commit();
        apply();
    }

    private void write() {
        String place = layout.place();
        String former = layout.former() == null ? "" : "renamedFrom: " + name(layout.former()) + "\n";
        repo.file(place + "a.rhai", body(files.get(Value.BODY)))
                .file(
                        place + "a.yaml",
                        "name: " + name(files.get(Value.NAME)) + "\n"
                                + former + "status: " + (files.get(Value.STATUS) == 0 ? "inactive" : "active")
                                + "\ndescription: d"
                                + files.get(Value.DESCRIPTION) + "\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: LDAP\nhooks:\n  before create:\n    - script: " + name(files.get(Value.NAME))
                                + "\n      timeout: "
                                + files.get(Value.SETTINGS) + "s\n      order: " + (100 + files.get(Value.ORDER))
                                + "\n")
                .file("templates/t.rhai", body(files.get(Value.TEMPLATE)));
    }

    private static String name(int value) {
        return "n" + value;
    }

    private static String body(int value) {
        return "output.v = " + value + ";\n";
    }

    /** A value that nothing had; of the status, the other one. */
    private int next(Value value, int now) {
        return value == Value.STATUS ? 1 - now : ++fresh;
    }

    void edit(Value value) {
        say(value, next(value, files.get(value)));
    }

    private void say(Value value, int now) {
        files.put(value, now);
        if (value == Value.NAME) {
            Integer there = server.get(value);
            layout = new Layout(layout.place(), there == now ? null : there);
        }
        write();
    }

    /** The script's files move to another folder, and say what they said. */
    void move(int which) {
        repo.delete(layout.place() + "a.rhai").delete(layout.place() + "a.yaml");
        layout = new Layout(List.of("scripts/", "scripts/x/", "scripts/y/").get(which % 3), layout.former());
        write();
    }

    /** Back to what another commit said. */
    void restore(Value value, int which) {
        say(value, some(which).declared().get(value));
    }

    private Commit some(int which) {
        List<Commit> all = List.copyOf(commits.values());
        return all.get(which % all.size());
    }

    private boolean isClean() {
        return head != null
                && commits.get(head).declared().equals(files)
                && commits.get(head).layout().equals(layout);
    }

    void commit() {
        if (isClean()) {
            return;
        }
        Map<Value, Integer> before = head == null ? Map.of() : commits.get(head).declared();
        Set<String> ancestors = head == null ? Set.of() : with(head);
        head = git.commit("commit " + commits.size());
        Set<Value> introduced = new HashSet<>();
        files.forEach((value, now) -> {
            if (!now.equals(before.get(value))) {
                introduced.add(value);
            }
        });
        commits.put(head, new Commit(ancestors, Map.copyOf(files), layout, introduced));
    }

    private Set<String> with(String commit) {
        Set<String> all = new HashSet<>(commits.get(commit).ancestors());
        all.add(commit);
        return all;
    }

    /** Goes on from another commit, on a branch of its own. */
    void branch(int which) {
        commit();
        head = List.copyOf(commits.keySet()).get(which % commits.size());
        git.run("checkout", "-q", "-B", "b" + commits.size() + "x" + fresh++, head);
        files.putAll(commits.get(head).declared());
        layout = commits.get(head).layout();
    }

    /** Merges another commit, and takes this side of everything. */
    void merge(int which) {
        commit();
        String other = List.copyOf(commits.keySet()).get(which % commits.size());
        if (with(head).contains(other) || with(other).contains(head)) {
            return;
        }
        git.run("merge", "-q", "-s", "ours", "--no-ff", "-m", "merge", other);
        Set<String> ancestors = new HashSet<>(with(head));
        ancestors.addAll(with(other));
        head = git.run("rev-parse", "HEAD");
        commits.put(head, new Commit(ancestors, Map.copyOf(files), layout, Set.of()));
    }

    /** Applies what is committed, whatever it undoes. */
    void apply() {
        commit();
        Plan plan = us.plan(repo.root(), environment);
        boolean told = plan.changes().stream().anyMatch(Value.BODY::isOf)
                || plan.changes().stream().anyMatch(change -> change.kind() == Change.Kind.CREATE);
        ApplyResult result = us.apply(plan, head);
        if (!result.isComplete()) {
            throw new AssertionError(result + "\n" + this);
        }
        for (Value value : Value.values()) {
            boolean changed = !files.get(value).equals(server.put(value, files.get(value)));
            if (changed || told) {
                applied.get(value).add(new Applied(head, told));
            }
        }
    }

    /** Somebody changes the server. */
    void somebody(Value value) {
        change(colleague, value, next(value, server.get(value)));
    }

    /** Somebody changes it to what a commit says. */
    void somebodyPutsBack(Value value, int which) {
        int to = some(which).declared().get(value);
        if (to != server.get(value)) {
            change(colleague, value, to);
        }
    }

    /** This repository's own emergency switch. */
    void switched() {
        change(us.server(), Value.STATUS, 1 - server.get(Value.STATUS));
    }

    private void change(Server by, Value value, int to) {
        String name = name(server.get(Value.NAME));
        StoredScript script = by.scripts().byName(name).orElseThrow();
        StoredBinding binding = by.bindings().ofScript(script.id()).get(0);
        Slot slot = new Slot(LDAP, HOOK, binding.executionOrder());
        switch (value) {
            case BODY -> by.versions().push(script.id(), name, new Body(body(to)), "quick fix");
            case NAME -> by.scripts().rename(script.id(), name, name(to));
            case STATUS -> {
                if (to == 0) {
                    by.scripts().deactivate(script.id(), name);
                } else {
                    by.scripts().activate(script.id(), name);
                }
            }
            case DESCRIPTION -> by.scripts().describe(script.id(), name, "d" + to);
            case SETTINGS ->
                by.bindings().rebind(binding.id(), slot, new BindingSettings(FailurePolicy.ABORT, 0, to, true));
            case ORDER -> by.bindings().move(binding.id(), slot, 100 + to);
            case TEMPLATE -> {
                StoredTemplate template = by.templates().byName("t").orElseThrow();
                by.templates().update(template.id(), template(to));
            }
        }
        server.put(value, to);
    }

    private static Template template(int value) {
        SourceLocation nowhere = SourceLocation.of("templates/t.rhai");
        return new Template(
                "t",
                Optional.empty(),
                Optional.empty(),
                TemplateCategory.CUSTOM,
                new Body(body(value)),
                Optional.empty(),
                nowhere,
                nowhere);
    }

    /** What a plan says of each difference. */
    Map<Value, Cause> planned() {
        Plan plan = us.plan(repo.root(), environment);
        Map<Value, Cause> causes = new EnumMap<>(Value.class);
        for (Value value : Value.values()) {
            plan.planned().stream()
                    .filter(each -> value.isOf(each.change()))
                    .map(PlannedChange::cause)
                    .findFirst()
                    .ifPresent(cause -> causes.put(value, cause));
        }
        return causes;
    }

    Set<Value> different() {
        Set<Value> different = new HashSet<>();
        files.forEach((value, now) -> {
            if (!now.equals(server.get(value))) {
                different.add(value);
            }
        });
        return different;
    }

    /** The causes that are true of a difference; "unknown" is always allowed, being no claim. */
    Set<Cause> truth(Value value) {
        int there = server.get(value);
        List<Applied> all = applied.get(value);
        Set<String> ours = with(head);
        Set<Cause> truth = new HashSet<>(Set.of(Cause.UNKNOWN));
        if (value == Value.NAME && layout.former() != null && layout.former() == there) {
            // They say that they know it.
            truth.add(Cause.LOCAL_EDIT);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            String from = all.get(i).commit();
            boolean leads = ours.contains(from);
            boolean since = ours.stream()
                    .filter(commit -> !leads || !with(from).contains(commit))
                    .anyMatch(commit -> says(commit, value, there));
            if (leads) {
                boolean then = commits.get(from).declared().get(value) == there;
                truth.addAll(since || then ? Set.of(Cause.LOCAL_EDIT) : foreign(value, there, from));
                if (all.get(i).told() || value.hasVersions()) {
                    return truth;
                }
                // Nothing on the server tells of that apply: an older one is a lower bound.
            } else {
                truth.add(Cause.BEHIND);
                if (since) {
                    truth.add(Cause.LOCAL_EDIT);
                }
            }
        }
        truth.add(Cause.CONFLICT);
        truth.add(Cause.LOCAL_EDIT);
        return truth;
    }

    private boolean says(String commit, Value value, int there) {
        return commits.get(commit).introduced().contains(value)
                && commits.get(commit).declared().get(value) == there;
    }

    private Set<Cause> foreign(Value value, int there, String applied) {
        boolean before = with(head).stream().anyMatch(commit -> says(commit, value, there));
        boolean elsewhere = commits.keySet().stream().anyMatch(commit -> says(commit, value, there));
        if (!before && elsewhere) {
            return Set.of(Cause.BEHIND);
        }
        return before || commits.get(applied).declared().get(value).equals(files.get(value))
                ? Set.of(Cause.DRIFT)
                : Set.of(Cause.CONFLICT, Cause.DRIFT);
    }

    /** Leaves the server empty. */
    void end() {
        String name = name(server.get(Value.NAME));
        StoredScript script = colleague.scripts().byName(name).orElseThrow();
        StoredBinding binding = colleague.bindings().ofScript(script.id()).get(0);
        colleague.bindings().unbind(binding.id(), new Slot(LDAP, HOOK, binding.executionOrder()));
        colleague.scripts().delete(script.id(), name);
        colleague
                .templates()
                .delete(colleague.templates().byName("t").orElseThrow().id(), "t");
    }

    @Override
    public String toString() {
        return "head " + head + ", files " + files + ", server " + server + ", commits " + commits + ", applied "
                + applied;
    }
}
