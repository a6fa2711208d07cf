package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.testing.KnownServer.THEM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left to do, told after each change of an apply that was cut off there; and what somebody else's doing looks like beside it. */
class UnfinishedApplyTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final BindingSettings OFF = new BindingSettings(FailurePolicy.ABORT, 0, 30, false);

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").connector("LDAP");
    }

    /** In the order of its changes: P for pending, D for done, S for stale. */
    private static String states(Plan plan, Inventory now) {
        return StalenessCheck.compare(plan, now).stream()
                .map(status -> status.state().name().substring(0, 1))
                .reduce("", String::concat);
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of(server(), files().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b", SLOW)),
                Arguments.of(server().bind("LDAP", HOOK, 10, "a"), files().bind("LDAP", HOOK, 10, "a", SLOW)),
                Arguments.of(server(), new Desired().script("a", ACTIVE, "2").script("b", INACTIVE, "3")),
                Arguments.of(
                        server().bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b"),
                        files().bind("LDAP", HOOK, 20, "a").bind("LDAP", HOOK, 10, "b")),
                Arguments.of(server().bind("LDAP", HOOK, 10, "a"), files().bind("LDAP", HOOK, 10, "b")),
                Arguments.of(
                        server().bind("LDAP", HOOK, 10, "a"),
                        files().bind("LDAP", HOOK, 20, "a").bind("LDAP", HOOK, 10, "b")),
                Arguments.of(
                        server(),
                        new Desired()
                                .connector("LDAP")
                                .script("b", "a", null, ACTIVE, "1")
                                .script("c", "b", null, ACTIVE, "1")),
                Arguments.of(
                        server().template("t", "x", CUSTOM, "1", "n").template("u", null, CUSTOM, "1", null),
                        files().template("u", "t", "y", DATA_FORMATTING, "2", "m")
                                .template("v", null, "new", CUSTOM, "3", null)
                                .removedTemplate("u")),
                Arguments.of(
                        server(),
                        files().script("c", INACTIVE, "3")
                                .script("d", ACTIVE, "4")
                                .bind("LDAP", HOOK, 10, "c")
                                .bind("LDAP", HOOK, 20, "d")));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatIsDoneIsDoneAndTheRestIsStillToDo(FakeServer server, Desired files) {
        Plan plan = server.plan(files, true);
        for (int done = 0; done < plan.planned().size(); done++) {
            String states = states(plan, server.inventory());
            assertFalse(states.contains("S"), states);
            assertEquals('P', states.charAt(done), plan.changes().get(done) + " of " + states);
            server.apply(plan.only(List.of(plan.planned().get(done))));
        }
        assertEquals("D".repeat(plan.planned().size()), states(plan, server.inventory()));
    }

    @Test
    void anInactiveScriptThatIsBoundIsMadeActiveAndInactiveAgain() {
        FakeServer server = server().script("c", INACTIVE, "1");
        Plan plan = server.plan(files().script("c", INACTIVE, "1").bind("LDAP", HOOK, 10, "c"), true);
        assertEquals("PPP", states(plan, server.inventory()));
        server.apply(plan.only(plan.planned().subList(0, 1)));
        assertEquals("DPP", states(plan, server.inventory()));
        server.apply(plan.only(plan.planned().subList(1, 2)));
        assertEquals("DDP", states(plan, server.inventory()));
        server.apply(plan.only(plan.planned().subList(2, 3)));
        assertEquals("DDD", states(plan, server.inventory()));
    }

    @Test
    void aDraftThatIsBoundAndInactiveInTheEndGoesAllTheWay() {
        FakeServer server = server();
        Plan plan = server.plan(files().script("c", INACTIVE, "1").bind("LDAP", HOOK, 10, "c"), true);
        server.script("c", DRAFT, "1").bind("LDAP", HOOK, 10, "c");
        assertEquals("DPDP", states(plan, server.inventory()));
    }

    /** The server makes every binding enabled. */
    @Test
    void aBindingThatIsToBeDisabledIsHalfDoneWhileItIsEnabled() {
        FakeServer server = server();
        Plan plan = server.plan(files().bind("LDAP", HOOK, 10, "a", OFF), true);
        server.bind("LDAP", HOOK, 10, "a", OFF.enabledNow());
        assertEquals("P", states(plan, server.inventory()));
        assertEquals(
                "rebind",
                StalenessCheck.compare(plan, server.inventory())
                        .get(0)
                        .change()
                        .kind()
                        .toString());
    }

    /** A push that came to nothing left the stub that the server makes; that is no version of somebody's. */
    @Test
    void aScriptThatWasMadeAndNotPushedToYetIsPushedTo() {
        FakeServer empty = new FakeServer();
        Plan plan = empty.plan(new Desired().script("c", DRAFT, "1"), true);
        assertEquals("P", created(plan, DRAFT, 1, "// New script"));
        assertEquals("D", created(plan, DRAFT, 2, "1"));
        assertEquals("S", created(plan, DRAFT, 1, "9"));
        assertEquals("S", created(plan, INACTIVE, 1, "// New script"));
        assertEquals("S", created(plan, DRAFT, 2, "9"));
    }

    private static String created(Plan plan, ScriptStatus status, int version, String body) {
        return states(
                plan,
                new KnownServer(new FakeServer().script("c", status, body))
                        .current(KnownServer.version("c", version, body, null, THEM))
                        .inventory());
    }
}
