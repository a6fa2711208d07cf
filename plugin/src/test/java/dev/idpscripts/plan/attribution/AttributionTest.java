package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who made a difference in what has no versions; and whose scripts are whose. */
class AttributionTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final String COMMIT = "1234567890123456789012345678901234567890";

    private Sandbox sandbox;
    private Client us;
    private Server colleague;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")));
        us = new Client(sandbox, true);
        colleague = Client.colleague(sandbox).server();
        us.apply(us.plan(files().declare()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Desired files() {
        return new Desired()
                .script("a", null, "text", ACTIVE, "let a = 1;")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, null, TemplateCategory.CUSTOM, "1", null);
    }

    private UUID id() {
        return colleague.scripts().byName("a").orElseThrow().id();
    }

    private StoredBinding binding() {
        return colleague.bindings().ofScript(id()).get(0);
    }

    private static Slot slot(int order) {
        return new Slot("LDAP", HOOK, order);
    }

    private void attributed(Desired wanted, String... changes) {
        assertEquals(List.of(changes), told(us.plan(wanted.declare())));
    }

    private static List<String> told(Plan plan) {
        return plan.planned().stream()
                .map(each -> each.change().kind() + " " + each.change().subject() + ": " + each.cause())
                .toList();
    }

    @Test
    void aStatusThatAColleagueChanged() {
        colleague.scripts().deactivate(id(), "a");
        attributed(files(), "activate script a: drift");
    }

    @Test
    void aStatusThatTheFilesChanged() {
        attributed(
                new Desired()
                        .script("a", null, "text", INACTIVE, "let a = 1;")
                        .bind("LDAP", HOOK, 10, "a")
                        .template("t", null, null, TemplateCategory.CUSTOM, "1", null),
                "deactivate script a: local edit");
    }

    @Test
    void aDescription() {
        colleague.scripts().describe(id(), "a", "by hand");
        attributed(files(), "describe script a: drift");
    }

    @Test
    void aBindingThatAColleagueRemoved() {
        colleague.bindings().unbind(binding().id(), slot(10));
        attributed(files(), "bind binding LDAP, before create, order 10: drift");
    }

    @Test
    void aBindingThatIsNewInTheFiles() {
        attributed(files().bind("LDAP", HOOK, 20, "a"), "bind binding LDAP, before create, order 20: local edit");
    }

    @Test
    void aBindingThatAColleagueMade() {
        colleague.bindings().bind(id(), "a", binding().connectorId(), slot(20), SLOW);
        attributed(files(), "unbind binding LDAP, before create, order 20: drift");
    }

    @Test
    void settingsOfABindingLeaveNoTrace() {
        colleague.bindings().rebind(binding().id(), slot(10), SLOW);
        attributed(files(), "rebind binding LDAP, before create, order 10: unknown");
    }

    @Test
    void templatesLeaveNoTrace() {
        colleague.templates().describe(us.inventory().templates().get(0).id(), "t", "by hand");
        attributed(
                files().template("u", null, null, TemplateCategory.CUSTOM, "1", null), "create template u: local edit");
        attributed(
                new Desired()
                        .script("a", null, "text", ACTIVE, "let a = 1;")
                        .bind("LDAP", HOOK, 10, "a")
                        .template("t", null, "ours", TemplateCategory.CUSTOM, "1", null),
                "describe template t: unknown");
    }

    /** In our own name, but the files were left alone since: then it was not us. */
    @Test
    void gitTellsWhatTheTrailCannot() {
        Body body = new Body("let a = 2;");
        us.server()
                .versions()
                .push(
                        id(),
                        "a",
                        body,
                        Provenance.of("s", FakeServer.REPOSITORY, COMMIT, body).format());
        us.server().scripts().deactivate(id(), "a");
        us.server().bindings().rebind(binding().id(), slot(10), SLOW);
        Desired wanted = new Desired()
                .script("a", null, "text", ACTIVE, "let a = 2;")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, null, TemplateCategory.CUSTOM, "1", null);
        String changes = "activate script a: %s, rebind binding LDAP, before create, order 10: %s";
        assertEquals(
                changes.formatted("drift", "drift"),
                String.join(", ", told(plan(wanted, new Checkout(Map.of(COMMIT, Set.of("README.md")), Set.of())))));
        assertEquals(
                changes.formatted("local edit", "unknown"),
                String.join(
                        ", ",
                        told(plan(
                                wanted,
                                new Checkout(
                                        Map.of(COMMIT, Set.of("scripts/a.yaml", "bindings/LDAP.yaml")), Set.of())))));
        assertEquals(
                changes.formatted("local edit", "unknown"), String.join(", ", told(plan(wanted, Checkout.UNKNOWN))));
    }

    /** As after a rollback: the script's own last push is from an older commit than what its files say now. */
    @Test
    void whatWeDidByHandAfterTheNewestPushOfAnythingWhileTheFilesRested() {
        String newer = "abcdefabcdefabcdefabcdefabcdefabcdefabcd";
        push("a", "let a = 2;", COMMIT);
        us.server().scripts().create("b", Optional.empty());
        push("b", "let b = 1;", newer);
        us.server().scripts().rename(id(), "a", "old");
        us.server().scripts().deactivate(id("old"), "old");
        us.server()
                .bindings()
                .rebind(us.server().bindings().ofScript(id("old")).get(0).id(), slot(10), SLOW);
        Desired wanted = new Desired()
                .script("a", "old", "text", ACTIVE, "let a = 2;")
                .script("b", ScriptStatus.DRAFT, "let b = 1;")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, null, TemplateCategory.CUSTOM, "1", null);
        Set<String> since = Set.of("scripts/a.yaml", "bindings/LDAP.yaml");
        String changes =
                "rename script a: %1$s, activate script a: %1$s, rebind binding LDAP, before create, order 10: %2$s";
        assertEquals(
                changes.formatted("drift", "drift"),
                String.join(
                        ", ",
                        told(plan(wanted, new Checkout(Map.of(COMMIT, since, newer, Set.of("README.md")), Set.of())))));
        assertEquals(
                changes.formatted("local edit", "unknown"),
                String.join(", ", told(plan(wanted, new Checkout(Map.of(COMMIT, since, newer, since), Set.of())))));
    }

    private UUID id(String name) {
        return us.server().scripts().byName(name).orElseThrow().id();
    }

    private void push(String name, String text, String commit) {
        Body body = new Body(text);
        us.server()
                .versions()
                .push(
                        id(name),
                        name,
                        body,
                        Provenance.of("s", FakeServer.REPOSITORY, commit, body).format());
    }

    @Test
    void aVersionFromACommitThatIsNotHereIsNamed() {
        Body body = new Body("let a = 2;");
        us.server()
                .versions()
                .push(
                        id(),
                        "a",
                        body,
                        Provenance.of("s", FakeServer.REPOSITORY, COMMIT, body).format());
        Attribution who = plan(files(), new Checkout(Map.of(), Set.of(COMMIT)))
                .planned()
                .get(0)
                .reason()
                .attribution();
        assertEquals(Attribution.Cause.LOCAL_EDIT, who.cause());
        assertEquals("version 3 was pushed from commit 1234567, which this checkout does not contain", who.remark());
    }

    private Plan plan(Desired wanted, Checkout checkout) {
        Target target = new Target("test", Target.SANDBOX, Environment.SYSTEM_TENANT);
        PlanOptions options = new PlanOptions(target, FakeServer.REPOSITORY, true).with(checkout);
        Inventory informed = us.comparing(wanted.declare(), options).compare().server();
        return Planner.plan(wanted.declare(), informed, options);
    }

    /** Each prunes, and each leaves the other's scripts alone, also those that both pushed once. */
    @Test
    void twoRepositoriesOnOneTenant() {
        Client others = us.of("another");
        Desired theirs = new Desired().script("theirs", ACTIVE, "let b = 1;").bind("LDAP", HOOK, 20, "theirs");
        others.apply(others.plan(theirs.declare()));
        assertEquals(List.of(), told(us.plan(files().declare())));
        assertEquals(List.of(), told(others.plan(theirs.declare())));

        // Each forgets all of its own: nothing of the other's goes.
        assertEquals(
                List.of("unbind binding LDAP, before create, order 10: local edit", "delete script a: local edit"),
                told(us.plan(new Desired().connector("LDAP").declare())));
        assertEquals(
                List.of("unbind binding LDAP, before create, order 20: local edit", "delete script theirs: local edit"),
                told(others.plan(new Desired().connector("LDAP").declare())));

        // The other one takes a script over: from then on it is theirs.
        others.apply(others.plan(new Desired()
                .script("theirs", ACTIVE, "let b = 1;")
                .script("a", ACTIVE, "let a = 2;")
                .declare()));
        assertEquals(List.of(), told(us.plan(new Desired().connector("LDAP").declare())));
        Plan back = us.plan(files().declare());
        assertEquals("update script a: drift", told(back).get(0));
        assertTrue(back.planned()
                .get(0)
                .reason()
                .attribution()
                .edits()
                .get(0)
                .comment()
                .contains("repo=another"));
    }
}
