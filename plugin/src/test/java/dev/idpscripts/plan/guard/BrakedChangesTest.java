package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which changes the brakes on removing and switching off count. */
class BrakedChangesTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings OFF = new BindingSettings(FailurePolicy.ABORT, 0, 30, false);
    private static final Guards NO_REMOVAL = new Guards(OptionalInt.of(0), OptionalInt.empty(), false);

    private static String braked(FakeServer server, Desired files) {
        Brakes brakes = new Brakes(NO_REMOVAL, "true", GoalCommand.of("apply"));
        Plan plan = server.plan(files, true);
        UserError e = assertThrows(UserError.class, () -> brakes.check(plan));
        return e.what().replaceFirst("^this would delete, unbind or disable ", "");
    }

    private static void passes(FakeServer server, Desired files) {
        Brakes brakes = new Brakes(NO_REMOVAL, "true", GoalCommand.of("apply"));
        Plan plan = server.plan(files, true);
        assertFalse(plan.isEmpty());
        assertDoesNotThrow(() -> brakes.check(plan));
    }

    private static FakeServer server() {
        return new FakeServer()
                .connector("LDAP")
                .script("a", ACTIVE, "1")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, CUSTOM, "1", null);
    }

    @Test
    void unbindingAndDeletingCountsAndAllThatIsThere() {
        assertEquals(
                "3 of the 3 objects on the server (100 %); the environment allows 0: unbind binding LDAP, before create, order 10,"
                        + " delete script a, delete template t",
                braked(server(), new Desired().connector("LDAP").removedTemplate("t")));
    }

    @Test
    void switchingOffCountsOnlyWhatRan() {
        Desired inactive = new Desired().script("a", INACTIVE, "1").bind("LDAP", HOOK, 10, "a");
        assertEquals(
                "1 of the 3 objects on the server (34 %); the environment allows 0: deactivate script a",
                braked(server(), inactive));
        passes(new FakeServer().script("a", DRAFT, "1"), new Desired().script("a", INACTIVE, "1"));
        passes(new FakeServer(), new Desired().script("a", INACTIVE, "1"));
        passes(new FakeServer().script("a", INACTIVE, "1"), new Desired().script("a", ACTIVE, "1"));
    }

    @Test
    void disablingABindingCountsOnlyIfItWasEnabled() {
        Desired off = new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a", OFF);
        assertEquals(
                "1 of the 3 objects on the server (34 %); the environment allows 0: rebind binding LDAP, before create, order 10",
                braked(server(), off));
        FakeServer disabled =
                new FakeServer().connector("LDAP").script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a", OFF);
        BindingSettings offLonger = new BindingSettings(FailurePolicy.ABORT, 0, 60, false);
        passes(disabled, new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a", offLonger));
        passes(disabled, new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a"));
        passes(
                server(),
                new Desired()
                        .script("a", ACTIVE, "1")
                        .bind("LDAP", HOOK, 10, "a", new BindingSettings(FailurePolicy.ABORT, 0, 60, true)));
    }
}
