package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
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
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who moved a binding, of which the audit trail keeps nothing. */
class BindingOrderAttributionTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final PlanOptions UNTOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));
    private static final String PLACE = " binding LDAP, before create, order 20: ";

    private static Desired script() {
        return new Desired().script("a", ACTIVE, "1");
    }

    private static Desired bound(int order, BindingSettings settings) {
        return script().bind("LDAP", HOOK, order, "a", settings);
    }

    /** Bound with slow settings; pushed from the first commit on the second day. */
    private static KnownServer server(int order) {
        return new KnownServer(new FakeServer()
                        .connector("LDAP")
                        .script("a", ACTIVE, "1")
                        .bind("LDAP", HOOK, order, "a", SLOW))
                .current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    private static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }

    private static PlanOptions after(Commits commits) {
        return Told.OPTIONS.with(commits.past());
    }

    private static void order(String expected, int there, KnownServer server, PlanOptions options) {
        says("move" + PLACE + expected, server, bound(20, SLOW), options);
        assertEquals(there, server.inventory().bindings().get(0).executionOrder());
    }

    @Test
    void commitsTellWhoseAnOrderIs() {
        KnownServer server = server(30).changed(1, 3);
        Desired at30 = bound(30, SLOW);
        Desired at20 = bound(20, SLOW);
        order("local edit", 30, server, after(new Commits().then(ONE, at20).then(TWO, at30)));
        order(
                "drift; somebody changed it on 2026-03-04; it is again as commit 2222222 of Jo, \"work\", said",
                30,
                server,
                after(new Commits().then(TWO, at30).then(ONE, at20)));
        order("drift; somebody changed it on 2026-03-04", 30, server, after(new Commits().then(ONE, at20)));
        order("drift; somebody changed it on 2026-03-04", 30, server, UNTOUCHED);
        order("unknown; the server does not record changes of bindings", 30, server, Told.OPTIONS);
    }

    /** Two that change places want a third one for a moment: the lowest that is free. */
    @Test
    void anOrderThatMayBeLeftFromAnApplyThatWasCutOffIsNobodysEdit() {
        Commits commits = new Commits().then(ONE, bound(20, SLOW));
        String silent = "unknown; the server does not record changes of bindings";
        order(silent, 9, server(9).changed(1, 3), after(commits));
        order("drift; somebody changed it on 2026-03-04", 10, server(10).changed(1, 3), after(commits));
        order(
                silent,
                30,
                server(30).changed(1, 3),
                after(new Commits().then(ONE, script()).then(TWO, bound(20, SLOW))));
    }
}
