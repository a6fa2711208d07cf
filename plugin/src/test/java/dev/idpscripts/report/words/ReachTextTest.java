package dev.idpscripts.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a script runs is said of both times: before the plan, and after it. */
class ReachTextTest {

    private static final Hook CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook UPDATE = new Hook(HookPhase.AFTER, Operation.UPDATE);
    private static final BindingSettings OFF = new BindingSettings(BindingSettings.DEFAULT.onFailure(), 0, 30, false);

    private static String reach(Desired files, FakeServer server) {
        Plan plan = server.plan(files, true);
        ObjectAddress script = ObjectAddress.script("a");
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.subject().equals(script))
                .toList();
        return ReachText.of(changes, plan.reach(script));
    }

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").connector("HR");
    }

    private static FakeServer bound() {
        return server().script("a", ScriptStatus.ACTIVE, "1").bind("LDAP", CREATE, 10, "a");
    }

    @Test
    void whereItStays() {
        Desired files = new Desired().script("a", ScriptStatus.ACTIVE, "2").bind("LDAP", CREATE, 10, "a");
        assertEquals("runs before create on LDAP", reach(files, bound()));
    }

    @Test
    void aMoveOnItsHookIsNoOtherPlace() {
        Desired files = new Desired().script("a", ScriptStatus.ACTIVE, "2").bind("LDAP", CREATE, 40, "a");
        assertEquals("runs before create on LDAP", reach(files, bound()));
    }

    @Test
    void whereItComesTo() {
        Desired files = new Desired()
                .script("a", ScriptStatus.ACTIVE, "2")
                .bind("LDAP", CREATE, 10, "a")
                .bind("HR", UPDATE, 10, "a", OFF);
        assertEquals(
                "runs before create on LDAP; after this plan after update on HR (disabled); before create on LDAP",
                reach(files, bound()));
        assertEquals(
                "runs nowhere: no binding; after this plan after update on HR (disabled); before create on LDAP",
                reach(files, server().script("a", ScriptStatus.ACTIVE, "1")));
        assertEquals("runs after update on HR (disabled); before create on LDAP", reach(files, server()));
    }

    /** Another script takes its place: so far it runs there all the same. */
    @Test
    void whereItLeaves() {
        Desired files = new Desired()
                .script("a", ScriptStatus.ACTIVE, "2")
                .script("b", ScriptStatus.ACTIVE, "2")
                .bind("LDAP", CREATE, 10, "b");
        assertEquals("runs before create on LDAP; after this plan nowhere: no binding", reach(files, bound()));
    }

    @Test
    void anInactiveOneRunsNowhere() {
        Desired off = new Desired().script("a", ScriptStatus.INACTIVE, "1").bind("LDAP", CREATE, 10, "a");
        assertEquals("runs before create on LDAP; after this plan nowhere: it is inactive", reach(off, bound()));
        Desired other = new Desired().script("a", ScriptStatus.INACTIVE, "2").bind("LDAP", CREATE, 10, "a");
        FakeServer inactive = server().script("a", ScriptStatus.INACTIVE, "1").bind("LDAP", CREATE, 10, "a");
        assertEquals("runs nowhere: it is inactive, but bound before create on LDAP", reach(other, inactive));
        Desired on = new Desired().script("a", ScriptStatus.ACTIVE, "1").bind("LDAP", CREATE, 10, "a");
        FakeServer again = server().script("a", ScriptStatus.INACTIVE, "1").bind("LDAP", CREATE, 10, "a");
        assertEquals("runs nowhere: it is inactive; after this plan before create on LDAP", reach(on, again));
    }

    @Test
    void aDeletedOneRanWhereItWasBound() {
        assertEquals("runs before create on LDAP", reach(new Desired(), bound()));
        assertEquals("runs nowhere: no binding", reach(new Desired(), server().script("a", ScriptStatus.ACTIVE, "1")));
    }
}
