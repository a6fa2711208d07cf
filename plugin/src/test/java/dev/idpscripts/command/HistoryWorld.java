package dev.idpscripts.command;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.pull.PullWriter;
import dev.idpscripts.workspace.pull.PulledFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
        TEMPLATE,
        /** 1 where the script is bound, else 0. */
        BINDING;

        boolean hasVersions() {
            return this == BODY;
        }

        /** Whether there is such a value only where the script is bound. */
        boolean isOfBinding() {
            return this == SETTINGS || this == ORDER;
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
                case BINDING -> change.kind() == Change.Kind.BIND || change.kind() == Change.Kind.UNBIND;
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
     * @param unbound how they say that the script is not bound: 0 by a hook without scripts, 1 without a hook, 2 without a file
     */
    private record Layout(String place, Integer former, int unbound) {}

    /** An apply: from where, and whether any version tells of it. */
    private record Applied(String commit, boolean told) {}

    private static final String LDAP = "LDAP";
    /** The script's name when it was made, which the audit trail tells. */
    private static final int MADE_AS = 1;

    private static final String BINDINGS = "bindings/ldap.yaml";
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

    private Layout layout = new Layout("scripts/", null, 0);
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

    /** What there is of values: one that is not bound has no settings and no order. */
    private static Map<Value, Integer> said(Map<Value, Integer> values) {
        Map<Value, Integer> said = new EnumMap<>(values);
        if (values.get(Value.BINDING) == 0) {
            said.keySet().removeIf(Value::isOfBinding);
        }
        return said;
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
                .file("templates/t.rhai", body(files.get(Value.TEMPLATE)));
        repo.without(BINDINGS).folder("bindings");
        if (files.get(Value.BINDING) == 1) {
            repo.file(
                    BINDINGS,
                    "connector: LDAP\nhooks:\n  before create:\n    - script: " + name(files.get(Value.NAME))
                            + "\n      timeout: "
                            + files.get(Value.SETTINGS) + "s\n      order: " + (100 + files.get(Value.ORDER)) + "\n");
        } else if (layout.unbound() < 2) {
            repo.file(
                    BINDINGS,
                    "connector: LDAP\nhooks:\n" + (layout.unbound() == 0 ? "  before create: []\n" : "  {}\n"));
        }
    }

    private static String name(int value) {
        return "n" + value;
    }

    private static String body(int value) {
        return "output.v = " + value + ";\n";
    }

    /** A value that nothing had; of the status and the binding, the other one. */
    private int next(Value value, int now) {
        return value == Value.STATUS || value == Value.BINDING ? 1 - now : ++fresh;
    }

    void edit(Value value) {
        say(value, next(value, files.get(value)));
    }

    private void say(Value value, int now) {
        files.put(value, now);
        if (value == Value.NAME) {
            Integer there = server.get(value);
            layout = new Layout(layout.place(), there == now ? null : there, layout.unbound());
        }
        if (value == Value.BINDING) {
            layout = new Layout(layout.place(), layout.former(), now == 1 ? 0 : fresh++ % 3);
        }
        write();
    }

    /** The script's files move to another folder, and say what they said. */
    void move(int which) {
        repo.delete(layout.place() + "a.rhai").delete(layout.place() + "a.yaml");
        layout = new Layout(
                List.of("scripts/", "scripts/x/", "scripts/y/").get(which % 3), layout.former(), layout.unbound());
        write();
    }

    /** Back to what another commit said. */
    void restore(Value value, int which) {
        Optional.ofNullable(some(which).declared().get(value)).ifPresent(was -> say(value, was));
    }

    private Commit some(int which) {
        List<Commit> all = List.copyOf(commits.values());
        return all.get(which % all.size());
    }

    private boolean isClean() {
        return head != null
                && commits.get(head).declared().equals(said(files))
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
        said(files).forEach((value, now) -> {
            if (!now.equals(before.get(value))) {
                introduced.add(value);
            }
        });
        commits.put(head, new Commit(ancestors, Map.copyOf(said(files)), layout, introduced));
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
        commits.put(head, new Commit(ancestors, Map.copyOf(said(files)), layout, Set.of()));
    }

    /**
     * Whether nothing leads from the name in the files to the script: somebody gave it another one since they said what it was renamed from.
     * For the plan it is a new script then.
     */
    boolean isLostSight() {
        Set<Integer> names = new HashSet<>(Set.of(files.get(Value.NAME)));
        Optional.ofNullable(layout.former()).ifPresent(names::add);
        List<Commit> newestFirst = new ArrayList<>(commits.values());
        Collections.reverse(newestFirst);
        newestFirst.stream()
                .filter(commit -> names.contains(commit.declared().get(Value.NAME)))
                .forEach(commit -> Optional.ofNullable(commit.layout().former()).ifPresent(names::add));
        return !server.isEmpty() && !names.contains(server.get(Value.NAME)) && !names.contains(MADE_AS);
    }

    /** Whether a plan takes the script for a new one. */
    boolean isMadeAnew() {
        return us.plan(repo.root(), environment).changes().stream()
                .anyMatch(change -> change.kind() == Change.Kind.CREATE && change.isOfScript());
    }

    /** Applies what is committed, whatever it undoes. */
    void apply() {
        commit();
        if (isLostSight()) {
            return;
        }
        Plan plan = us.plan(repo.root(), environment);
        boolean told = plan.changes().stream().anyMatch(Value.BODY::isOf)
                || plan.changes().stream().anyMatch(change -> change.kind() == Change.Kind.CREATE);
        ApplyResult result = us.apply(plan, head);
        if (!result.isComplete()) {
            throw new AssertionError(result + "\n" + this);
        }
        Map<Value, Integer> before = server.isEmpty() ? Map.of() : said(server);
        said(files).forEach((value, now) -> {
            server.put(value, now);
            if (told || !now.equals(before.get(value))) {
                applied.get(value).add(new Applied(head, told));
            }
        });
    }

    /** Somebody changes the server. */
    void somebody(Value value) {
        change(colleague, value, next(value, server.get(value)));
    }

    /** Somebody changes it to what a commit says. */
    void somebodyPutsBack(Value value, int which) {
        Integer to = some(which).declared().get(value);
        if (to != null && !to.equals(server.get(value))) {
            change(colleague, value, to);
        }
    }

    /** This repository's own way back of a body. */
    void rollback(int which) {
        String name = name(server.get(Value.NAME));
        UUID script = us.server().scripts().byName(name).orElseThrow().id();
        List<StoredVersion> versions = us.server().versions().all(script, name).stream()
                .filter(version -> !version.holdsStub())
                .toList();
        StoredVersion target = versions.get(which % versions.size());
        int to = value(target.scriptBody());
        if (to != server.get(Value.BODY)) {
            us.server()
                    .versions()
                    .rollback(
                            script,
                            name,
                            target.versionNumber(),
                            new RollbackNote("jo", "version " + target.versionNumber(), "", "logins fail").format());
            server.put(Value.BODY, to);
        }
    }

    private static int value(String body) {
        return Integer.parseInt(body.replaceAll("\\D", ""));
    }

    /** Brings into the committed files what they do not know; what somebody must decide is left for another day. */
    void pull() {
        commit();
        if (isLostSight()) {
            return;
        }
        Map<Value, Cause> causes = planned();
        if (causes.containsValue(Cause.CONFLICT) || causes.containsValue(Cause.UNKNOWN)) {
            return;
        }
        PullWriter.write(
                PulledFiles.list(us.session(repo.root(), environment).pull(), SourceTree.of(repo.root()), environment),
                repo.root());
        Map<Value, Integer> pulled = read(new Workspace(repo.root()).read(environment));
        Map<Value, Integer> expected = said(files);
        causes.forEach((value, cause) -> {
            if (cause != Cause.LOCAL_EDIT) {
                expected.put(value, server.get(value));
            }
        });
        if (!pulled.equals(said(expected))) {
            throw new AssertionError("pulled " + pulled + ", not " + said(expected) + ", for " + causes + "\n" + this);
        }
        files.putAll(pulled);
        write();
    }

    private Map<Value, Integer> read(Declarations said) {
        Map<Value, Integer> read = new EnumMap<>(Value.class);
        Script script = said.scripts().get(0);
        read.put(Value.BODY, value(script.body().text()));
        read.put(Value.NAME, value(script.name()));
        read.put(Value.STATUS, script.status() == ScriptStatus.ACTIVE ? 1 : 0);
        read.put(Value.DESCRIPTION, value(script.description().orElseThrow()));
        read.put(Value.TEMPLATE, value(said.templates().get(0).body().text()));
        read.put(Value.BINDING, said.bindings().size());
        said.bindings().forEach(binding -> {
            read.put(Value.SETTINGS, binding.settings().timeoutSeconds());
            read.put(Value.ORDER, binding.slot().order() - 100);
        });
        layout = new Layout(
                layout.place(), script.renamedFrom().map(HistoryWorld::value).orElse(null), layout.unbound());
        return read;
    }

    /** This repository's own emergency switch. */
    void switched() {
        change(us.server(), Value.STATUS, 1 - server.get(Value.STATUS));
    }

    private void change(Server by, Value value, int to) {
        String name = name(server.get(Value.NAME));
        StoredScript script = by.scripts().byName(name).orElseThrow();
        boolean isBound = server.get(Value.BINDING) == 1;
        boolean isInactive = server.get(Value.STATUS) == 0;
        // There is none, or the server binds no script that is not active.
        if (!isBound && (value.isOfBinding() || (value == Value.BINDING && isInactive))) {
            return;
        }
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
            case SETTINGS -> by.bindings().rebind(bound(by, script).id(), slot(), settings(to));
            case ORDER -> by.bindings().move(bound(by, script).id(), slot(), 100 + to);
            case BINDING -> {
                if (to == 0) {
                    by.bindings().unbind(bound(by, script).id(), slot());
                } else {
                    server.put(Value.SETTINGS, ++fresh);
                    server.put(Value.ORDER, ++fresh);
                    UUID connector = by.connectors().all().get(0).id();
                    by.bindings().bind(script.id(), name, connector, slot(), settings(server.get(Value.SETTINGS)));
                }
            }
            case TEMPLATE -> {
                StoredTemplate template = by.templates().byName("t").orElseThrow();
                by.templates().update(template.id(), template(to));
            }
        }
        server.put(value, to);
    }

    private static StoredBinding bound(Server server, StoredScript script) {
        return server.bindings().ofScript(script.id()).get(0);
    }

    private Slot slot() {
        return new Slot(LDAP, HOOK, 100 + server.get(Value.ORDER));
    }

    private static BindingSettings settings(int timeout) {
        return new BindingSettings(FailurePolicy.ABORT, 0, timeout, true);
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
            List<PlannedChange> changes = plan.planned().stream()
                    .filter(each -> value.isOf(each.change()))
                    .toList();
            // An inactive script that gets a binding is active for a moment: no difference.
            if (changes.size() == 1) {
                causes.put(value, changes.get(0).cause());
            }
        }
        return causes;
    }

    Set<Value> different() {
        Set<Value> different = new HashSet<>();
        Map<Value, Integer> there = said(server);
        said(files).forEach((value, now) -> {
            if (there.containsKey(value) && !now.equals(there.get(value))) {
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
                boolean then = Integer.valueOf(there)
                        .equals(commits.get(from).declared().get(value));
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
        return before || files.get(value).equals(commits.get(applied).declared().get(value))
                ? Set.of(Cause.DRIFT)
                : Set.of(Cause.CONFLICT, Cause.DRIFT);
    }

    /** Leaves the server empty. */
    void end() {
        String name = name(server.get(Value.NAME));
        StoredScript script = colleague.scripts().byName(name).orElseThrow();
        colleague.bindings().ofScript(script.id()).forEach(binding -> colleague
                .bindings()
                .unbind(binding.id(), slot()));
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
