package dev.idpscripts.plan.attribution;

import static dev.idpscripts.plan.attribution.BoundScript.PLACE;
import static dev.idpscripts.plan.attribution.BoundScript.SLOW;
import static dev.idpscripts.plan.attribution.BoundScript.UNTOUCHED;
import static dev.idpscripts.plan.attribution.BoundScript.bound;
import static dev.idpscripts.plan.attribution.BoundScript.says;
import static dev.idpscripts.plan.attribution.BoundScript.script;
import static dev.idpscripts.plan.attribution.BoundScript.server;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import org.junit.jupiter.api.Test;

/** Who moved a binding, of which the audit trail keeps nothing. */
class BindingOrderAttributionTest {

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
