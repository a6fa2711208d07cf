package dev.idpscripts.apply;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.ChangeStatus.State;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.json.PlanReader;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between plan and apply somebody changes, deletes or makes again what the plan touches. */
class StalePlanTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final String QUICK_FIX = "user a0000000-0000-4000-8000-000000000003 pushed version 3 on <time>:"
            + " \"quick fix\"; the server has version 3, the plan was made for version 2";

    private Sandbox sandbox;
    private Client us;
    private Server somebody;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR")));
        us = new Client(sandbox, true);
        somebody = Client.colleague(sandbox).server();
        us.apply(us.plan(before().declare()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Desired before() {
        return new Desired()
                .script("body", ACTIVE, "let a = 1;")
                .script("old name", ACTIVE, "let a = 1;")
                .script("described", null, "old", ACTIVE, "let a = 1;")
                .script("on", INACTIVE, "let a = 1;")
                .script("off", ACTIVE, "let a = 1;")
                .script("gone", ACTIVE, "let a = 1;")
                .script("bound", ACTIVE, "let a = 1;")
                .script("second", ACTIVE, "let a = 1;")
                .bind("LDAP", HOOK, 10, "bound")
                .bind("LDAP", HOOK, 20, "second")
                .bind("HR", HOOK, 10, "bound")
                .bind("HR", HOOK, 20, "second")
                .template("text", null, "old", TemplateCategory.CUSTOM, "1", null)
                .template("old template", null, null, TemplateCategory.CUSTOM, "1", null)
                .template("gone template", null, null, TemplateCategory.CUSTOM, "1", null);
    }

    /** Every kind of change, for scripts, bindings and templates. */
    private static Desired after() {
        return new Desired()
                .script("body", ACTIVE, "let a = 2;")
                .script("new name", "old name", null, ACTIVE, "let a = 1;")
                .script("described", null, "new", ACTIVE, "let a = 1;")
                .script("on", ACTIVE, "let a = 1;")
                .script("off", INACTIVE, "let a = 1;")
                .script("bound", ACTIVE, "let a = 1;")
                .script("second", ACTIVE, "let a = 1;")
                .script("created", ACTIVE, "let a = 1;")
                .script("passing", INACTIVE, "let a = 1;")
                .bind("LDAP", HOOK, 10, "second")
                .bind("LDAP", HOOK, 20, "bound")
                .bind("LDAP", HOOK, 30, "created")
                .bind("LDAP", HOOK, 40, "passing")
                .bind("HR", HOOK, 10, "bound", SLOW)
                .template("text", null, "new", TemplateCategory.DATA_FORMATTING, "2", null)
                .template("new template", "old template", null, TemplateCategory.CUSTOM, "1", null)
                .template("created template", null, null, TemplateCategory.CUSTOM, "1", null)
                .removedTemplate("gone template");
    }

    /** As it comes out of its file. */
    private Plan planned() {
        Plan plan = us.plan(after().declare());
        PlanMetadata made = new PlanMetadata(Instant.EPOCH, Provenance.NO_COMMIT, "", "a test", "0.1.0");
        return PlanReader.read(PlanJson.render(plan, made), "plan.json").plan();
    }

    private void refused(Consumer<Server> meanwhile, String... lines) {
        Plan plan = planned();
        meanwhile.accept(somebody);
        Inventory left = us.inventory();
        UserError e = assertThrows(UserError.class, () -> StalenessCheck.refuseStale(us.statuses(plan)));
        String told = e.getMessage()
                .replaceAll("20[-0-9]+ [0-9:]+ UTC", "<time>")
                .lines()
                .filter(line -> line.startsWith("  ") && !line.startsWith("  mvn "))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        assertEquals(String.join("\n", lines), told);
        assertEquals(left, us.inventory());
    }

    private StoredScript script(String name) {
        return somebody.scripts().byName(name).orElseThrow();
    }

    private StoredTemplate template(String name) {
        return somebody.templates().all().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID connector(String name) {
        return us.inventory().connectors().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID binding(String connector, int order) {
        return us.inventory().bindings().stream()
                .filter(b -> b.connectorId().equals(connector(connector)) && b.executionOrder() == order)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Slot slot(String connector, int order) {
        return new Slot(connector, HOOK, order);
    }

    private void push(String name, String body) {
        somebody.versions().push(script(name).id(), name, new Body(body), "quick fix");
    }

    private void make(String name) {
        somebody.scripts().create(name, Optional.empty());
        push(name, "let a = 9;");
    }

    private void delete(String name) {
        somebody.scripts().delete(script(name).id(), name);
    }

    @Test
    void everyKindOfChangeIsInThePlan() {
        Set<String> kinds = planned().changes().stream()
                .map(change -> change.kind() + " " + change.subject().type())
                .collect(Collectors.toSet());
        for (Change.Kind kind : Change.Kind.values()) {
            switch (kind) {
                case CREATE, UPDATE, RENAME, DESCRIBE, DELETE -> {
                    assertTrue(kinds.contains(kind + " script"), kind + " script");
                    assertTrue(kinds.contains(kind + " template"), kind + " template");
                }
                case ACTIVATE, DEACTIVATE -> assertTrue(kinds.contains(kind + " script"), kind + " script");
                case BIND, REBIND, MOVE, UNBIND -> assertTrue(kinds.contains(kind + " binding"), kind + " binding");
            }
        }
    }

    @Test
    void whatNobodyTouchedIsPendingAndThenDone() {
        Plan plan = planned();
        List<ChangeStatus> statuses = us.statuses(plan);
        assertEquals(Set.of(State.PENDING), states(statuses));
        ApplyResult applied = us.apply(plan, statuses);
        assertTrue(applied.isComplete(), () -> applied.results().toString());
        assertEquals(Set.of(State.DONE), states(us.statuses(plan)));
        assertEquals(List.of(), us.plan(after().declare()).changes());

        ApplyResult again = us.apply(plan, us.statuses(plan));
        assertEquals(plan.changes().size(), again.count(ApplyResult.State.SKIPPED));
    }

    private static Set<State> states(List<ChangeStatus> statuses) {
        return statuses.stream().map(ChangeStatus::state).collect(Collectors.toSet());
    }

    /** A run that broke off after any number of changes is finished by the same plan. */
    @Test
    void whatIsDoneAlreadyIsSkipped() {
        int all = planned().changes().size();
        for (int done = 1; done < all; done++) {
            stop();
            start();
            Plan plan = planned();
            us.apply(plan.only(plan.planned().subList(0, done)));
            List<ChangeStatus> statuses = us.statuses(plan);
            String told = done + " done: " + statuses;
            assertTrue(statuses.stream().noneMatch(s -> s.state() == State.STALE), told);
            assertTrue(us.apply(plan, statuses).isComplete(), told);
            assertEquals(Set.of(State.DONE), states(us.statuses(plan)), told);
            assertEquals(List.of(), us.plan(after().declare()).changes(), told);
        }
    }

    @Test
    void whatThePlanDoesNotTouchMayChange() {
        Plan plan = planned();
        push("second", "let a = 9;");
        make("unrelated");
        assertEquals(Set.of(State.PENDING), states(us.statuses(plan)));
    }

    @Test
    void bodies() {
        refused(s -> push("body", "let a = 9;"), "update script body: " + QUICK_FIX);
    }

    @Test
    void deletedScripts() {
        refused(
                s -> List.of("body", "old name", "described", "on", "off").forEach(this::delete),
                "rename script new name: it was deleted",
                "update script body: it was deleted",
                "describe script described: it was deleted",
                "activate script on: it was deleted",
                "deactivate script off: it was deleted");
    }

    @Test
    void scriptsMadeAgain() {
        refused(
                s -> List.of("body", "old name", "described", "on", "off").forEach(name -> {
                    delete(name);
                    make(name);
                }),
                "rename script new name: it was deleted, and another one of that name was made",
                "update script body: it was deleted, and another one of that name was made",
                "describe script described: it was deleted, and another one of that name was made",
                "activate script on: it was deleted, and another one of that name was made",
                "deactivate script off: it was deleted, and another one of that name was made");
    }

    @Test
    void names() {
        refused(
                s -> s.scripts().rename(script("old name").id(), "old name", "by hand"),
                "rename script new name: it was renamed to \"by hand\"");
    }

    @Test
    void takenNames() {
        refused(
                s -> List.of("new name", "created").forEach(this::make),
                "rename script new name: another script has the name \"new name\" now",
                "create script created: a script of that name was made meanwhile");
    }

    @Test
    void descriptions() {
        refused(
                s -> s.scripts().describe(script("described").id(), "described", "by hand"),
                "describe script described: its description was changed to \"by hand\"");
    }

    @Test
    void deletions() {
        refused(s -> push("gone", "let a = 9;"), "delete script gone: " + QUICK_FIX);
    }

    @Test
    void deletionsOfWhatWasSwitchedOff() {
        refused(
                s -> s.scripts().deactivate(script("gone").id(), "gone"),
                "delete script gone: it was made inactive meanwhile");
    }

    @Test
    void settingsOfBindings() {
        BindingSettings other = new BindingSettings(FailurePolicy.ABORT, 0, 99, true);
        refused(
                s -> s.bindings().rebind(binding("HR", 10), slot("HR", 10), other),
                "rebind binding HR, before create, order 10: it was changed to timeout 99 s");
    }

    @Test
    void movedBindings() {
        refused(
                s -> s.bindings().move(binding("HR", 20), slot("HR", 20), 70),
                "unbind binding HR, before create, order 20: it was changed meanwhile");
    }

    @Test
    void movesOfWhatWasMoved() {
        refused(
                s -> s.bindings().move(binding("LDAP", 10), slot("LDAP", 10), 70),
                "move binding LDAP, before create, order 20: it was moved to order 70");
    }

    @Test
    void removedBindings() {
        refused(
                s -> {
                    s.bindings().unbind(binding("HR", 10), slot("HR", 10));
                    s.bindings().unbind(binding("LDAP", 10), slot("LDAP", 10));
                },
                "rebind binding HR, before create, order 10: it was removed, or removed and made again",
                "move binding LDAP, before create, order 20: it was removed, or removed and made again");
    }

    @Test
    void takenSlots() {
        refused(
                s -> s.bindings().bind(script("second").id(), "second", connector("LDAP"), slot("LDAP", 30), SLOW),
                "bind binding LDAP, before create, order 30: a binding of second was made there meanwhile");
    }

    @Test
    void changedTemplates() {
        refused(
                s -> {
                    s.templates().describe(template("text").id(), "text", "by hand");
                    s.templates().rename(template("old template").id(), "old template", "by hand");
                    s.templates().describe(template("gone template").id(), "gone template", "by hand");
                },
                "rename template new template: it was renamed to \"by hand\"",
                "describe template text: its description was changed to \"by hand\"",
                "delete template gone template: it was changed meanwhile");
    }

    @Test
    void deletedTemplates() {
        refused(
                s -> {
                    s.templates().delete(template("text").id(), "text");
                    s.templates().delete(template("old template").id(), "old template");
                    s.templates().delete(template("gone template").id(), "gone template");
                },
                "rename template new template: it was deleted",
                "update template text: it was deleted",
                "describe template text: it was deleted");
    }
}
