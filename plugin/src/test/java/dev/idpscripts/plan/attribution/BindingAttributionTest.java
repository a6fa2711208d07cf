package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.plan.attribution.BoundScript.HOOK;
import static dev.idpscripts.plan.attribution.BoundScript.PLACE;
import static dev.idpscripts.plan.attribution.BoundScript.SLOW;
import static dev.idpscripts.plan.attribution.BoundScript.UNTOUCHED;
import static dev.idpscripts.plan.attribution.BoundScript.bound;
import static dev.idpscripts.plan.attribution.BoundScript.says;
import static dev.idpscripts.plan.attribution.BoundScript.script;
import static dev.idpscripts.plan.attribution.BoundScript.server;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who changed the settings of a binding, of which the audit trail keeps nothing. */
class BindingAttributionTest {

    private static final String SETTINGS = "rebind" + PLACE;

    private static void settings(String expected, KnownServer server, PlanOptions options) {
        says(SETTINGS + expected, server, bound(20, BindingSettings.DEFAULT), options);
    }

    private static PlanOptions after(Commits commits) {
        return Told.OPTIONS.with(commits.past());
    }

    @Test
    void theServerDoesNotTellWhoChangedSettingsUnlessTheFilesRested() {
        String silent = "unknown; the server does not record changes of bindings";
        settings(silent, server(20).changed(1, 3), Told.OPTIONS);
        settings("drift; somebody changed it on 2026-03-04", server(20).changed(1, 3), UNTOUCHED);
        settings(silent, server(20).changed(0, 1), UNTOUCHED);
        settings("unknown", server(20), UNTOUCHED);
    }

    @Test
    void settingsThatNobodyChangedAreWhosoeverMadeTheBinding() {
        KnownServer server = server(20);
        Object id = server.inventory().bindings().get(0).id();
        settings("unknown; the audit trail does not tell", server.trail("a"), Told.OPTIONS);
        settings(
                "unknown; the audit trail does not tell",
                server.did(THEM, "bound", "a", 1, "binding_id", "another"),
                Told.OPTIONS);
        settings(
                "unknown; the audit trail does not tell",
                server.did(THEM, "unbound", "a", 1, "binding_id", id),
                Told.OPTIONS);
        settings(
                "drift; they bound it on 2026-03-02",
                server.did(THEM, "bound", "a", 1, "binding_id", id),
                Told.OPTIONS);
        settings("local edit", server.did(US, "bound", "a", 1, "binding_id", id), Told.OPTIONS);
    }

    /** As after a rollback of its script. */
    @Test
    void settingsAreHeldAgainstTheNewestPushOfAnything() {
        KnownServer server = new KnownServer(new FakeServer()
                        .connector("LDAP")
                        .script("a", ACTIVE, "1")
                        .script("b", ACTIVE, "1")
                        .bind("LDAP", HOOK, 20, "a", SLOW))
                .current(pushed("a", 1, "1", REPOSITORY, TWO))
                .current(pushed("b", 2, "1", REPOSITORY, ONE))
                .changed(1, 3);
        says(
                SETTINGS + "drift; somebody changed it on 2026-03-04",
                server,
                bound(20, BindingSettings.DEFAULT).script("b", ACTIVE, "1"),
                UNTOUCHED);
    }

    @Test
    void commitsTellWhoseSettingsAre() {
        KnownServer server = server(20).changed(1, 3);
        Desired slow = bound(20, SLOW);
        Desired usual = bound(20, BindingSettings.DEFAULT);
        String somebody = "; somebody changed it on 2026-03-04";
        settings("local edit", server, after(new Commits().then(ONE, usual).then(TWO, slow)));
        settings(
                "drift" + somebody + "; it is again as commit 2222222 of Jo, \"work\", said",
                server,
                after(new Commits().then(TWO, slow).then(ONE, usual)));
        settings("drift" + somebody, server, after(new Commits().then(ONE, usual)));
        settings(
                "behind" + somebody
                        + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                server,
                after(new Commits().then(ONE, usual).beside(BESIDE, slow)));
        settings(
                "conflict" + somebody,
                server,
                after(new Commits().then(ONE, script()).then(TWO, usual)));
        settings(
                "unknown; no commit says what the server has, and the files are not committed either",
                server,
                after(new Commits().then(ONE, script())));
    }

    @Test
    void settingsOfAnotherHookOrConnectorOrScriptAreNotThese() {
        KnownServer server = server(20).changed(1, 3);
        Desired usual = bound(20, BindingSettings.DEFAULT);
        for (Desired other : List.of(
                script().bind("LDAP", new Hook(HookPhase.AFTER, Operation.CREATE), 20, "a", SLOW),
                script().bind("HR", HOOK, 20, "a", SLOW),
                script().bind("LDAP", HOOK, 20, "b", SLOW))) {
            settings(
                    "drift; somebody changed it on 2026-03-04",
                    server,
                    after(new Commits().then(TWO, other).then(ONE, usual)));
        }
    }

    private static void order(String expected, int there, KnownServer server, PlanOptions options) {
        says("move" + PLACE + expected, server, bound(20, SLOW), options);
        assertEquals(there, server.inventory().bindings().get(0).executionOrder());
    }

    @Test
    void whatWasAppliedOtherwiseAndChangedSinceOnBothSidesIsAConflict() {
        settings(
                "conflict; somebody changed it on 2026-03-04",
                server(20).changed(1, 3),
                after(new Commits()
                        .then(ONE, bound(20, new BindingSettings(FailurePolicy.RETRY, 2, 9, true)))
                        .then(TWO, bound(20, BindingSettings.DEFAULT))));
        order(
                "unknown; the server does not record changes of bindings",
                30,
                server(30).changed(1, 3),
                after(new Commits().then(ONE, bound(25, SLOW)).then(TWO, bound(20, SLOW))));
    }
}
