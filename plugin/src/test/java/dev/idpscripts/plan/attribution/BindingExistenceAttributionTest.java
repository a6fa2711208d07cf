package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who made or removed a binding: the audit trail has it, and commits tell what this repository wanted. */
class BindingExistenceAttributionTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook LATER = new Hook(HookPhase.AFTER, Operation.CREATE);
    private static final UUID LDAP = FakeServer.id("LDAP");

    private static Desired script() {
        return new Desired().script("a", ACTIVE, "1").connector("LDAP");
    }

    private static Desired bound() {
        return script().bind("LDAP", HOOK, 20, "a");
    }

    private static FakeServer unbound() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1");
    }

    private static KnownServer known(FakeServer server) {
        return new KnownServer(server).current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    private static PlanOptions after(Commits commits) {
        return Told.OPTIONS.with(commits.past());
    }

    private static void missing(String expected, KnownServer server, PlanOptions options) {
        assertEquals(
                List.of("bind binding LDAP, before create, order 20: " + expected),
                Told.who(bound(), server.inventory(), options));
    }

    private static KnownServer removed(UUID who) {
        return known(unbound())
                .did(US, "bound", "a", 2, "connector_id", LDAP, "binding_id", "B")
                .did(who, "unbound", "a", 3, "connector_id", LDAP, "binding_id", "B");
    }

    @Test
    void whoRemovedItIsInTheTrail() {
        String they = "drift; they removed a binding of it from this connector on 2026-03-04";
        missing("unknown", known(unbound()), Told.OPTIONS);
        missing("local edit", known(unbound()).trail("a"), Told.OPTIONS);
        missing(they, removed(THEM), Told.OPTIONS);
        missing("local edit", removed(US), Told.OPTIONS);
        missing(they, removed(THEM).did(THEM, "bound", "a", 4, "connector_id", LDAP, "binding_id", "C"), Told.OPTIONS);
    }

    @Test
    void whatWeMadeAgainSinceIsNotMissingFromThen() {
        KnownServer again = removed(THEM).did(US, "bound", "a", 4, "connector_id", LDAP, "binding_id", "C");
        missing("local edit", again, Told.OPTIONS);
        missing(
                "drift; they removed a binding of it from this connector on 2026-03-06",
                again.did(THEM, "unbound", "a", 5, "connector_id", LDAP, "binding_id", "C"),
                Told.OPTIONS);
    }

    @Test
    void aRemovalOfWhatWeDidNotMakeOrElsewhereIsNoRemovalOfOurs() {
        missing(
                "local edit",
                known(unbound())
                        .did(THEM, "bound", "a", 2, "connector_id", LDAP, "binding_id", "B")
                        .did(THEM, "unbound", "a", 3, "connector_id", LDAP, "binding_id", "B"),
                Told.OPTIONS);
        missing(
                "local edit",
                known(unbound())
                        .did(US, "bound", "a", 2, "connector_id", FakeServer.id("HR"), "binding_id", "B")
                        .did(THEM, "unbound", "a", 3, "connector_id", FakeServer.id("HR"), "binding_id", "B"),
                Told.OPTIONS);
    }

    @Test
    void aRemovalThatACommitDeclaredIsOursOrAnotherBranchs() {
        missing(
                "local edit",
                removed(THEM),
                after(new Commits().then(ONE, bound()).then(TWO, script())));
        missing(
                "behind; they removed a binding of it from this connector on 2026-03-04; commit bbbbbbb of Kim, \"other work\","
                        + " says so, and it is not in this checkout",
                removed(THEM),
                after(new Commits().then(ONE, bound()).beside(BESIDE, script())));
        String they = "drift; they removed a binding of it from this connector on 2026-03-04";
        missing(they, removed(THEM), after(new Commits().then(ONE, bound())));
        missing(
                they,
                removed(THEM),
                after(new Commits().then(ONE, bound()).then(TWO, new Desired().script("a", ACTIVE, "1"))));
        missing(
                they,
                removed(THEM),
                after(new Commits().then(ONE, bound()).then(TWO, bound().bind("LDAP", LATER, 10, "a"))));
    }

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
    void aBindingOfANewScriptIsALocalEdit() {
        assertEquals(
                "bind binding LDAP, before create, order 20: local edit",
                Told.who(bound(), new FakeServer().connector("LDAP").inventory(), Told.OPTIONS).stream()
                        .filter(line -> line.startsWith("bind"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aHookThatWasDeclaredWithoutItMayHaveOthersButMustBeOfThisConnector() {
        Desired others = script().script("b", ACTIVE, "1").bind("LDAP", HOOK, 10, "b");
        missing(
                "local edit",
                removed(THEM),
                after(new Commits().then(ONE, bound()).then(TWO, others)));
        String they = "drift; they removed a binding of it from this connector on 2026-03-04";
        Desired elsewhere = new Desired().script("a", ACTIVE, "1").connector("HR");
        missing(they, removed(THEM), after(new Commits().then(ONE, bound()).then(TWO, elsewhere)));
        missing(they, removed(THEM), after(new Commits().then(TWO, script()).then(ONE, bound())));
    }

    @Test
    void ofTwoRemovalsOneThatWasMadeAgainLeavesTheOther() {
        KnownServer twice = known(unbound())
                .did(US, "bound", "a", 2, "connector_id", LDAP, "binding_id", "B")
                .did(US, "bound", "a", 2, "connector_id", LDAP, "binding_id", "C")
                .did(THEM, "unbound", "a", 3, "connector_id", LDAP, "binding_id", "B")
                .did(THEM, "unbound", "a", 4, "connector_id", LDAP, "binding_id", "C")
                .did(US, "bound", "a", 5, "connector_id", LDAP, "binding_id", "D");
        missing("drift; they removed a binding of it from this connector on 2026-03-04", twice, Told.OPTIONS);
    }

    @Test
    void whatNoCommitEverWantedIsDriftThoughTheTrailIsSilent() {
        goes("drift", extra().changed(3, 3), after(new Commits().then(ONE, script())));
    }
}
