package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that the server can take no further version of. */
class WedgedTest {

    private static final Hook BEFORE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook AFTER = new Hook(HookPhase.AFTER, Operation.DELETE);
    private static final BindingSettings BY_HAND = new BindingSettings(FailurePolicy.RETRY, 2, 9, false);

    private final Desired files = new Desired().script("a", ACTIVE, "2");
    private final FakeServer server =
            new FakeServer().connector("LDAP").script("a", ACTIVE, "1").wedge("a");

    private Plan plan(boolean recreate) {
        Target target = new Target("test", "https://idp.example.com", FakeServer.TENANT);
        PlanOptions options = new PlanOptions(target, FakeServer.REPOSITORY, false);
        return Planner.plan(files.declare(), server.inventory(), recreate ? options.recreatingWedged() : options);
    }

    private void recreated(String... changes) {
        Plan plan = plan(true);
        assertEquals(List.of(), plan.problems());
        assertEquals(
                String.join("\n", changes),
                String.join("\n", plan.planned().stream().map(WedgedTest::line).toList()));
        server.apply(plan);
        assertTrue(plan(true).isEmpty(), () -> "left to do: " + plan(true).changes());
    }

    private static String line(PlannedChange planned) {
        Change change = planned.change();
        return change.kind() + " " + change.subject() + ": " + planned.reason().text()
                + (change instanceof BindingChange.Bind bind
                        ? ": " + bind.binding().settings()
                        : "");
    }

    @Test
    void isExplainedAndStandsInTheWay() {
        assertEquals(
                List.of(
                        "scripts/a.rhai:1:1: the script \"a\" is wedged on the server: version 3 was stored (by"
                                + " 00000000-0000-0000-0000-000000000001, 2026-03-01T00:00:00Z) but version 2 stayed the current"
                                + " one, most likely because a connection broke. It runs version 2 as before, but the server"
                                + " refuses every further version and every rollback, for ever. To recreate it with the same"
                                + " bindings (it gets another id and loses its history): mvn idp-scripts:apply -Didp-scripts.recreateWedged"),
                plan(false).problems().stream().map(Object::toString).toList());
    }

    @Test
    void isMadeAnewAndTheOldOneRunsUntilTheBindingsAreTheNewOnes() {
        files.bind("LDAP", BEFORE, 10, "a");
        server.bind("LDAP", BEFORE, 10, "a").bind("LDAP", AFTER, 20, "a", BY_HAND);
        recreated(
                "rename script a (wedged): it is wedged and steps aside for the new one",
                "create script a: instead of the wedged one",
                "activate script a: a new script is a draft",
                "unbind binding LDAP, before create, order 10: its script is wedged and recreated",
                "bind binding LDAP, before create, order 10: as for the wedged script before: "
                        + BindingSettings.DEFAULT,
                "unbind binding LDAP, after delete, order 20: its script is wedged and recreated",
                "bind binding LDAP, after delete, order 20: as for the wedged script before: " + BY_HAND,
                "delete script a (wedged): it is wedged: version 3 never became current");
    }

    @Test
    void aBindingThatIsToGoIsNotRestored() {
        server.bind("LDAP", AFTER, 20, "a");
        files.unbound("LDAP", AFTER, "a");
        recreated(
                "rename script a (wedged): it is wedged and steps aside for the new one",
                "create script a: instead of the wedged one",
                "activate script a: a new script is a draft",
                "unbind binding LDAP, after delete, order 20: the file says that it is removed",
                "delete script a (wedged): it is wedged: version 3 never became current");
    }

    @Test
    void aBindingThatMovesIsNotMadeTwice() {
        files.bind("LDAP", BEFORE, 10, "a");
        server.bind("LDAP", BEFORE, 20, "a");
        List<String> binds = plan(true).changes().stream()
                .filter(BindingChange.Bind.class::isInstance)
                .map(change -> change.subject().toString())
                .toList();
        assertEquals(List.of("binding LDAP, before create, order 10"), binds);
        server.apply(plan(true));
        assertTrue(plan(true).isEmpty());
    }

    @Test
    void theNameAsideIsFree() {
        server.script("a (wedged)", ACTIVE, "1");
        assertEquals(
                "script a (wedged 2)", plan(true).changes().get(0).subject().toString());
    }
}
