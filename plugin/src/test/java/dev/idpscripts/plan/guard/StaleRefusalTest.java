package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.plan.guard.TwoScripts.HOOK;
import static dev.idpscripts.plan.guard.TwoScripts.files;
import static dev.idpscripts.plan.guard.TwoScripts.server;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan that somebody overtook is refused, with each object, up to twenty. */
class StaleRefusalTest {

    private static String refused(int scripts) {
        FakeServer server = new FakeServer();
        Desired switched = new Desired();
        Desired files = new Desired();
        for (int i = 10; i < 10 + scripts; i++) {
            server.script("s" + i, INACTIVE, "1");
            files.script("s" + i, ACTIVE, "1");
        }
        Plan plan = server.plan(files, false);
        server.apply(server.plan(switched, true));
        UserError e = assertThrows(
                UserError.class, () -> StalenessCheck.refuseStale(StalenessCheck.compare(plan, server.inventory())));
        assertEquals(ErrorCode.PLAN_STALE, e.code());
        assertEquals(
                "Nothing was changed. Make a new plan, look at it, and apply that one:\n  mvn idp-scripts:plan",
                e.next());
        return e.what();
    }

    @Test
    void isRefusedWithEachObjectUpToTwenty() {
        String says = "the server changed since the plan was made. The plan no longer fits:";
        assertEquals(
                says + "\n  activate script s10: it was deleted\n  activate script s11: it was deleted", refused(2));
        assertEquals(20, refused(20).lines().count() - 1);
        List<String> lines = refused(22).lines().toList();
        assertEquals(22, lines.size());
        assertEquals("  activate script s29: it was deleted", lines.get(20));
        assertEquals("  and 2 more", lines.get(21));
    }

    @Test
    void isNotRefusedWhileEverythingIsAsPlanned() {
        FakeServer server = server();
        Plan plan = server.plan(files().bind("LDAP", HOOK, 10, "a"), true);
        assertDoesNotThrow(() -> StalenessCheck.refuseStale(StalenessCheck.compare(plan, server.inventory())));
    }
}
