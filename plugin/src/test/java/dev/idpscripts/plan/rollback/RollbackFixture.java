package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.rollback.RollbackRequest.Wanted;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;

/** A rollback of scripts on a server that has two of them, each bound. */
abstract class RollbackFixture {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    final FakeServer server = new FakeServer()
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1")
            .bind("LDAP", HOOK, 10, "a")
            .bind("LDAP", HOOK, 20, "b");

    final Wanted wanted(String script, RollbackTarget aim, StoredVersion... newestFirst) {
        StoredScript stored = server.inventory().scripts().stream()
                .filter(each -> each.name().equals(script))
                .findFirst()
                .orElseThrow();
        return new Wanted(stored, List.of(newestFirst), aim);
    }

    final RollbackPlan plan(InversePlan rest, List<String> refusals, Wanted... wanted) {
        Inventory now = server.inventory();
        RollbackRequest request = new RollbackRequest(
                List.of(wanted), rest, Told.OPTIONS, new ObjectCounts(1, 2, 3), List.of("known before"), refusals);
        return RollbackPlanner.plan(now, request);
    }

    final String refused(InversePlan rest, List<String> refusals, Wanted... wanted) {
        UserError e = assertThrows(UserError.class, () -> plan(rest, refusals, wanted));
        assertEquals(
                "Nothing was changed. To see where a script can go:\n  mvn idp-scripts:versions -Didp-scripts.script=NAME",
                e.next());
        return e.what();
    }
}
