package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;

/** Two scripts and two connectors, there and in the files. */
final class TwoScripts {

    static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private TwoScripts() {}

    static FakeServer server() {
        return new FakeServer()
                .connector("LDAP")
                .connector("HR")
                .script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1");
    }

    static Desired files() {
        return new Desired()
                .script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .connector("LDAP")
                .connector("HR");
    }
}
