package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
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

/** Who removed a binding: the audit trail has it, and commits tell what this repository wanted. */
class BindingRemovalAttributionTest {

    private static final Hook LATER = new Hook(HookPhase.AFTER, Operation.CREATE);
    private static final UUID LDAP = FakeServer.id("LDAP");

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
}
