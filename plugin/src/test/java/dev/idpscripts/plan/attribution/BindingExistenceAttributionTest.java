package dev.idpscripts.plan.attribution;

import static dev.idpscripts.plan.attribution.TrailedBinding.HOOK;
import static dev.idpscripts.plan.attribution.TrailedBinding.after;
import static dev.idpscripts.plan.attribution.TrailedBinding.bound;
import static dev.idpscripts.plan.attribution.TrailedBinding.known;
import static dev.idpscripts.plan.attribution.TrailedBinding.script;
import static dev.idpscripts.plan.attribution.TrailedBinding.unbound;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who made a binding that no file wants, and which of those go. */
class BindingExistenceAttributionTest {

    private static KnownServer extra() {
        return known(unbound().bind("LDAP", HOOK, 20, "a"));
    }

    private static Object id(KnownServer server) {
        return server.inventory().bindings().get(0).id();
    }

    private static void goes(String expected, KnownServer server, PlanOptions options) {
        assertEquals(
                List.of("unbind binding LDAP, before create, order 20: " + expected),
                Told.who(script().unbound("LDAP", HOOK, "a"), server.inventory(), options));
    }

    @Test
    void whoMadeItIsInTheTrail() {
        goes("unknown", extra(), Told.OPTIONS);
        goes("unknown; the audit trail does not tell", extra().trail("a"), Told.OPTIONS);
        KnownServer theirs = extra();
        goes(
                "drift; they bound it on 2026-03-04",
                theirs.did(THEM, "bound", "a", 3, "binding_id", id(theirs)),
                Told.OPTIONS);
        KnownServer ours = extra();
        goes("local edit", ours.did(US, "bound", "a", 3, "binding_id", id(ours)), Told.OPTIONS);
    }

    @Test
    void commitsTellWhetherItWasEverWanted() {
        KnownServer server = extra().changed(3, 3);
        server.did(THEM, "bound", "a", 3, "binding_id", id(server));
        String they = "; they bound it on 2026-03-04";
        goes("local edit", server, after(new Commits().then(ONE, script()).then(TWO, bound())));
        goes(
                "drift" + they + "; it is again as commit 2222222 of Jo, \"work\", said",
                server,
                after(new Commits().then(TWO, bound()).then(ONE, script())));
        goes(
                "behind" + they + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                server,
                after(new Commits().then(ONE, script()).beside(BESIDE, bound())));
        goes("drift" + they, server, after(new Commits().then(ONE, script())));
    }

    /** A hook is a list; what is in it by nobody's word stays. */
    private static void becomes(List<String> expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(expected, Told.who(files, server.inventory(), options));
    }

    @Test
    void whatACommitDeclaredForTheHookGoesAndWhatNoneDidStays() {
        String gone = "unbind binding LDAP, before create, order 20: ";
        becomes(List.of(), extra(), script(), Told.OPTIONS);
        becomes(
                List.of(gone + "local edit"),
                extra(),
                script(),
                after(new Commits().then(ONE, script()).then(TWO, bound())));
        becomes(List.of(), extra(), script(), after(new Commits().then(ONE, script())));
        becomes(
                List.of(),
                extra(),
                script(),
                after(new Commits().then(ONE, script()).beside(BESIDE, bound())));
        becomes(
                List.of(),
                known(unbound().bind("LDAP", HOOK, 20, "a")).current(pushed("a", 2, "1", "other", ONE)),
                new Desired().connector("LDAP"),
                after(new Commits().then(ONE, script()).then(TWO, bound())));
    }

    @Test
    void whatNoCommitEverWantedIsDriftThoughTheTrailIsSilent() {
        goes("drift", extra().changed(3, 3), after(new Commits().then(ONE, script())));
    }
}
