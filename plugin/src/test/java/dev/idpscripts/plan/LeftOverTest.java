package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan leaves on the server because no file declares it, and what is said of it. */
class LeftOverTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings OFF = new BindingSettings(FailurePolicy.ABORT, 0, 30, false);

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1");
    }

    private static List<String> left(Plan plan) {
        return plan.unmanaged().stream()
                .map(each -> each.subject() + ": " + each.detail() + (each.ours() ? ", ours" : "")
                        + (each.runs() ? ", runs" : ""))
                .toList();
    }

    private static void leaves(FakeServer server, Desired files, String... said) {
        assertEquals(List.of(said), left(server.plan(files, false)));
    }

    @Test
    void whatRunsThoughNoFileSaysSoIsTold() {
        leaves(
                server().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b", OFF),
                files(),
                "binding LDAP, before create, order 10: runs a, ours, runs",
                "binding LDAP, before create, order 20: runs b, ours");
        leaves(
                server().bind("LDAP", HOOK, 10, "a"),
                new Desired().script("a", INACTIVE, "1").script("b", ACTIVE, "1"),
                "binding LDAP, before create, order 10: runs a, ours");
        leaves(
                server().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "gone"),
                new Desired().script("b", ACTIVE, "1"),
                "script a: pushed by repository acme, ours, runs",
                "binding LDAP, before create, order 10: runs a, runs",
                "binding LDAP, before create, order 20: runs unknown script " + FakeServer.id("gone"));
    }

    @Test
    void aScriptRunsOnlyWhereAnEnabledBindingOfItStays() {
        leaves(
                server().bind("LDAP", HOOK, 10, "a", OFF),
                new Desired().script("b", ACTIVE, "1"),
                "script a: pushed by repository acme, ours",
                "binding LDAP, before create, order 10: runs a");
        leaves(
                server().bind("LDAP", HOOK, 10, "a"),
                new Desired().script("b", ACTIVE, "1").bind("LDAP", HOOK, 10, "b"),
                "script a: pushed by repository acme, ours");
        leaves(
                new FakeServer().connector("LDAP").script("a", INACTIVE, "1").bind("LDAP", HOOK, 10, "a"),
                new Desired(),
                "script a: pushed by repository acme, ours",
                "binding LDAP, before create, order 10: runs a");
    }

    @Test
    void whoseScriptItIsIsTold() {
        leaves(
                new FakeServer()
                        .script("hand", null, ACTIVE, "1", null)
                        .script("none", ACTIVE, "1")
                        .withoutVersion("none")
                        .script("other", null, ACTIVE, "1", "other")
                        .script("own", ACTIVE, "1")
                        .system("own"),
                new Desired(),
                "script hand: version 2 was not pushed by idp-scripts",
                "script none: no file declares it",
                "script other: pushed by repository other",
                "script own: belongs to the server");
    }

    @Test
    void templatesOfTheServersOwnAreLeftAndCannotBeDeclared() {
        Inventory server =
                new FakeServer().template("t", null, CUSTOM, "1", null).inventory();
        StoredTemplate t = server.templates().get(0);
        StoredTemplate own = new StoredTemplate(
                t.id(), t.tenantId(), "t", null, CUSTOM, "1", null, true, t.createdBy(), t.createdAt(), t.updatedAt());
        Inventory with = new Inventory(List.of(), List.of(), List.of(), List.of(own), Map.of(), server.evidence());
        assertEquals(
                List.of("template t: belongs to the server"),
                left(Planner.plan(new Desired().removedTemplate("t").declare(), with, Told.PRUNE)));
        Plan declared = Planner.plan(
                new Desired().template("t", null, null, CUSTOM, "2", null).declare(), with, Told.PRUNE);
        assertEquals(
                List.of(
                        "templates/t.yaml:1:1: the template \"t\" belongs to the server itself and cannot be changed; give yours another name"),
                declared.problems().stream().map(Object::toString).toList());
        assertEquals(List.of(), declared.changes());
    }
}
