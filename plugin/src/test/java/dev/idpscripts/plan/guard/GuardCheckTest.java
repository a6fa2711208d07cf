package dev.idpscripts.plan.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The brakes hold at the number, not before it, and say how to release them. */
class GuardCheckTest {

    /** Removes 12 of 20 scripts. */
    private static Plan plan() {
        Desired files = new Desired();
        FakeServer server = new FakeServer();
        for (int i = 10; i < 30; i++) {
            server.script("s" + i, ScriptStatus.ACTIVE, "1");
            if (i >= 22) {
                files.script("s" + i, ScriptStatus.ACTIVE, "1");
            }
        }
        Target target = new Target("test", "https://idp.example.com", FakeServer.TENANT);
        return Planner.plan(files.declare(), server.inventory(), new PlanOptions(target, FakeServer.REPOSITORY, true));
    }

    private static Guards deletes(int max) {
        return new Guards(OptionalInt.of(max), OptionalInt.empty(), false);
    }

    private static Guards percent(int max) {
        return new Guards(OptionalInt.empty(), OptionalInt.of(max), false);
    }

    private static void tripped(Guards guards, String message) {
        UserError e = assertThrows(UserError.class, () -> GuardCheck.check(plan(), guards));
        assertEquals(ErrorCode.GUARD_TRIPPED, e.code());
        assertEquals(message, e.getMessage());
    }

    @Test
    void holdAtTheNumber() {
        assertDoesNotThrow(() -> GuardCheck.check(plan(), Guards.NONE));
        assertDoesNotThrow(() -> GuardCheck.check(plan(), deletes(12)));
        assertDoesNotThrow(() -> GuardCheck.check(plan(), percent(60)));
    }

    @Test
    void sayNumbersNamesAndTheOverride() {
        String names = "delete script s10, delete script s11, delete script s12, delete script s13, delete script s14,"
                + " delete script s15, delete script s16, delete script s17, delete script s18, delete script s19 and 2 more";
        tripped(
                deletes(11),
                "this would delete, unbind or disable 12 objects, the environment allows 11: " + names
                        + "\nIf that is meant: -Didp-scripts.maxDeletes=12. Nothing was changed.");
        tripped(
                percent(59),
                "this would delete, unbind or disable 12 objects, which is 60 % of the 20 on the server; the environment allows 59 %: "
                        + names + "\nIf that is meant: -Didp-scripts.maxDeletePercent=60. Nothing was changed.");
    }
}
