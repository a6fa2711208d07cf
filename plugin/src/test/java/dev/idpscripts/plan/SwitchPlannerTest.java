package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Switching scripts on and off in an emergency, whatever the files say. */
class SwitchPlannerTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private static Plan plan(boolean active) {
        Inventory server = new FakeServer()
                .connector("LDAP")
                .script("a", ACTIVE, "1")
                .script("b", INACTIVE, "1")
                .script("c", DRAFT, "1")
                .bind("LDAP", HOOK, 10, "a")
                .bind("LDAP", HOOK, 20, "b")
                .bind("LDAP", HOOK, 30, "gone")
                .inventory();
        return SwitchPlanner.plan(
                Told.OPTIONS.target(),
                "acme",
                server,
                server.scripts(),
                active,
                "logins fail",
                new ObjectCounts(1, 2, 3));
    }

    @Test
    void onlyWhatIsNotSoAlreadyIsSwitched() {
        assertEquals(
                List.of("deactivate script a: logins fail"),
                Told.why(plan(false).planned()));
        assertEquals(
                List.of("activate script b: logins fail", "activate script c: logins fail"),
                Told.why(plan(true).planned()));
        assertEquals(List.of("activate script b: by hand", "activate script c: by hand"), Told.who(plan(true)));
    }

    @Test
    void whereTheyAreBoundIsTold() {
        assertEquals(
                List.of("a LDAP, before create, order 10"),
                plan(false).reaches().stream()
                        .map(reach -> reach.script() + " " + reach.slot())
                        .toList());
        assertEquals(
                List.of("b LDAP, before create, order 20"),
                plan(true).reaches().stream()
                        .map(reach -> reach.script() + " " + reach.slot())
                        .toList());
    }
}
