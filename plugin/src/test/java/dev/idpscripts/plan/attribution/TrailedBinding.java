package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;

/** A script {@code a} whose binding comes and goes: what files declare, and what the server has besides the audit trail. */
final class TrailedBinding {

    static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private TrailedBinding() {}

    static Desired script() {
        return new Desired().script("a", ACTIVE, "1").connector("LDAP");
    }

    static Desired bound() {
        return script().bind("LDAP", HOOK, 20, "a");
    }

    static FakeServer unbound() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1");
    }

    static KnownServer known(FakeServer server) {
        return new KnownServer(server).current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    static PlanOptions after(Commits commits) {
        return Told.OPTIONS.with(commits.past());
    }
}
