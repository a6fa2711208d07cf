package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A script {@code a} that is bound with slow settings, pushed from the first commit on the second day. */
final class BoundScript {

    static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    static final PlanOptions UNTOUCHED = Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));
    static final String PLACE = " binding LDAP, before create, order 20: ";

    private BoundScript() {}

    static Desired script() {
        return new Desired().script("a", ACTIVE, "1");
    }

    static Desired bound(int order, BindingSettings settings) {
        return script().bind("LDAP", HOOK, order, "a", settings);
    }

    /** Bound with slow settings; pushed from the first commit on the second day. */
    static KnownServer server(int order) {
        return new KnownServer(new FakeServer()
                        .connector("LDAP")
                        .script("a", ACTIVE, "1")
                        .bind("LDAP", HOOK, order, "a", SLOW))
                .current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }
}
