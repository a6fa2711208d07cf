package dev.idpscripts.apply;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.engine.Engine;
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
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.NoJournal;
import dev.idpscripts.testing.SharedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One apply that meets one fault, and what must hold afterwards.
 *
 * @param engine runs the server's scripts; all cases share it, since a new one costs more than the rest of a case
 */
record FaultCase(FaultCase.Prepared start, Engine engine, int request, FaultKind kind, OnFailure policy) {

    /** More than any of these answers has. */
    static final long LARGEST = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
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
            ApplyResult applied = client.apply(client.plan(old));
            if (!applied.isComplete()) {
                throw new IllegalStateException(applied.toString());
            }
            Client.colleague(sandbox).server().scripts().create(Aftermath.NOT_OURS, Optional.of("left alone"));
            before = client.inventory();
        }
        Path copy = copy(folder);
        try (Sandbox sandbox = Sandbox.start(options(copy))) {
            Client client = new Client(sandbox, true);
            Plan plan = client.plan(wanted());
            ApplyResult applied = client.apply(plan, client.statuses(plan));
            if (!applied.isComplete()) {
                throw new IllegalStateException(applied.toString());
            }
            return new Prepared(
                    folder, before, plan.changes().size(), client.requests(), new AtomicInteger(), new AtomicInteger());
        }
    }

    static SandboxOptions options(Path folder) {
        return new SandboxOptions(0, Optional.of(folder), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR"));
    }

    static Path copy(Path folder) throws IOException {
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
        Optional<ApplyResult> applied = Optional.empty();
        Faults faults = new Faults(List.of(new Fault("*", request, 1, kind)));
        try (Sandbox sandbox = Sandbox.start(options(place), faults, new SharedEngine(engine))) {
            Client client = Client.within(limits(), sandbox, true);
            try {
                Plan plan = client.plan(wanted());
                applied = Optional.of(client.apply(plan, client.statuses(plan), policy, new NoJournal()));
            } catch (IdpScriptsException e) {
                // Nothing was begun: the server must be as before.
                applied = Optional.empty();
            }
            Client fresh = client.fresh();
            Aftermath after = new Aftermath(toString(), start.before(), wanted(), wrong);
            after.judge(fresh.inventory(), applied);
            after.converge(fresh, kind == FaultKind.WEDGE);
            applied.ifPresent(this::count);
        } catch (RuntimeException e) {
            wrong.add(this + ": " + e);
        }
        return wrong;
    }

    /** A slow answer takes two seconds and changes nothing: it has a test of its own. */
    static List<FaultKind> kinds() {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind != FaultKind.SLOW)
                .toList();
    }

    private Exchange.Limits limits() {
        Duration patience = kind == FaultKind.STALLED_BODY ? PATIENCE : Transport.LIMITS.patience();
        return new Exchange.Limits(patience, LARGEST);
    }

    private void count(ApplyResult result) {
        if (result.isRolledBack()) {
            start.rolledBack().incrementAndGet();
        } else if (!result.isComplete()) {
            start.partial().incrementAndGet();
        }
    }

    @Override
    public String toString() {
        return "request " + request + ", " + kind.text() + ", " + policy;
    }
}
