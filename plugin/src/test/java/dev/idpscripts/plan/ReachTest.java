package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.AffectedBinding;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the scripts run that a plan changes, before it and after it. */
class ReachTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings OFF = new BindingSettings(FailurePolicy.ABORT, 0, 30, false);

    private final FakeServer server = new FakeServer()
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1")
            .bind("LDAP", HOOK, 10, "a")
            .bind("LDAP", HOOK, 20, "b");

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "2").script("b", ACTIVE, "1");
    }

    private void reaches(Desired files, String... places) {
        Plan plan = server.plan(files, true);
        assertEquals(
                List.of(places), plan.reaches().stream().map(ReachTest::place).toList());
    }

    private static String place(AffectedBinding each) {
        return each.script() + " at " + each.slot().connector() + " "
                + each.slot().order() + (each.enabled() ? "" : " disabled") + (each.now() ? ", now" : "")
                + (each.after() ? ", after" : "");
    }

    @Test
    void whatStaysIsReachedBeforeAndAfter() {
        reaches(files().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b"), "a at LDAP 10, now, after");
    }

    @Test
    void whatIsUnboundIsReachedNowAndWhatIsBoundAfter() {
        reaches(
                files().bind("LDAP", HOOK, 30, "b").bind("LDAP", HOOK, 10, "b").bind("LDAP", HOOK, 20, "a"),
                "a at LDAP 10, now",
                "a at LDAP 20, after");
    }

    @Test
    void whatMovesIsReachedInBothPlaces() {
        reaches(
                files().bind("LDAP", HOOK, 15, "a").bind("LDAP", HOOK, 20, "b"),
                "a at LDAP 10, now",
                "a at LDAP 15, after");
    }

    @Test
    void whatIsDisabledIsReachedAsBoth() {
        reaches(
                files().bind("LDAP", HOOK, 10, "a", OFF).bind("LDAP", HOOK, 20, "b"),
                "a at LDAP 10 disabled, after",
                "a at LDAP 10, now");
        reaches(
                files().bind("LDAP", HOOK, 15, "a", OFF).bind("LDAP", HOOK, 20, "b"),
                "a at LDAP 10, now",
                "a at LDAP 15 disabled, after");
    }

    @Test
    void aScriptIsReachedUnderTheNameThatItGets() {
        reaches(
                new Desired()
                        .script("c", "a", null, ACTIVE, "1")
                        .script("b", ACTIVE, "1")
                        .bind("LDAP", HOOK, 10, "c")
                        .bind("LDAP", HOOK, 20, "b"),
                "c at LDAP 10, now, after");
    }

    @Test
    void aBindingOfAConnectorThatIsGoneIsReachedToo() {
        server.bind("gone", HOOK, 10, "a");
        reaches(
                files().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b"),
                "a at LDAP 10, now, after",
                "a at deleted connector 10, now");
    }

    @Test
    void bindingsAloneReachNothing() {
        reaches(new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").bind("LDAP", HOOK, 15, "a"));
    }
}
