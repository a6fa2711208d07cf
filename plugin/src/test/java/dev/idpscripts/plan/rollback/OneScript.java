package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;

/** A script {@code a}, there and in the files, and words of plans that bring it back. */
final class OneScript {

    static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    static final String PLACE = " binding LDAP, before create, order ";
    static final String BEFORE = ": as it was before run R";

    private OneScript() {}

    static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1");
    }

    static Desired files() {
        return new Desired().script("a", ACTIVE, "1").connector("LDAP");
    }
}
