package dev.idpscripts.plan.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The brakes hold at the number, not before it, and say how to release them. */
class BrakesTest {

    /** Removes 12 of 20 scripts. */
    private static Plan plan() {
        return plan(12, 20);
    }

    private static Plan plan(int removed, int of) {
        Desired files = new Desired();
        FakeServer server = new FakeServer();
        for (int i = 10; i < 10 + of; i++) {
            server.script("s" + i, ScriptStatus.ACTIVE, "1");
            if (i >= 10 + removed) {
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

    private static Brakes brakes(Guards guards) {
        return new Brakes(guards, "false", GoalCommand.of("apply").with("plan", "plan.json"));
    }

    private static void tripped(Guards guards, String message) {
        UserError e = assertThrows(UserError.class, () -> brakes(guards).check(plan()));
        assertEquals(ErrorCode.GUARD_TRIPPED, e.code());
        assertEquals(message, e.getMessage());
    }

    @Test
    void holdAtTheNumber() {
        assertDoesNotThrow(() -> brakes(deletes(12)).check(plan()));
        assertDoesNotThrow(() -> brakes(percent(60)).check(plan()));
    }

    @Test
    void sayNumbersNamesAndTheOverride() {
        String names = "delete script s10, delete script s11, delete script s12, delete script s13, delete script s14,"
                + " delete script s15, delete script s16, delete script s17, delete script s18, delete script s19 and 2 more";
        tripped(
                deletes(11),
                "this would delete, unbind or disable 12 of the 20 objects on the server (60 %); the environment allows 11: "
                        + names
                        + "\nNothing was changed. If that is meant:"
                        + "\n  mvn idp-scripts:apply -Didp-scripts.plan=plan.json -Didp-scripts.maxDeletes=12");
        tripped(
                percent(59),
                "this would delete, unbind or disable 12 of the 20 objects on the server (60 %); the environment allows 59 %: "
                        + names
                        + "\nNothing was changed. If that is meant:"
                        + "\n  mvn idp-scripts:apply -Didp-scripts.plan=plan.json -Didp-scripts.maxDeletePercent=60");
    }

    @Test
    void holdWithoutGuardsWhatIsBothManyAndALargeShare() {
        assertDoesNotThrow(() -> brakes(Guards.NONE).check(plan(10, 20)));
        assertDoesNotThrow(() -> brakes(Guards.NONE).check(plan(11, 37)));
        tripped(
                Guards.NONE,
                "this would delete, unbind or disable 12 of the 20 objects on the server (60 %); the environment sets no guards, which"
                        + " allows 10, or 30 %: delete script s10, delete script s11, delete script s12, delete script s13, delete script s14,"
                        + " delete script s15, delete script s16, delete script s17, delete script s18, delete script s19 and 2 more"
                        + "\nNothing was changed. If that is meant:"
                        + "\n  mvn idp-scripts:apply -Didp-scripts.plan=plan.json -Didp-scripts.maxDeletes=12");
    }

    /** Nobody is to remove one obstacle only to find the next. */
    @Test
    void tellAllAtOnceWithOneCommand() {
        Guards both = new Guards(OptionalInt.of(1), OptionalInt.of(2), false);
        Plan drifted = plan().only(plan().changes().stream()
                .map(change -> new PlannedChange(
                        change, Reason.of("a test").by(Attribution.drift(Edit.at(Instant.EPOCH, "changed it")))))
                .toList());
        UserError e = assertThrows(UserError.class, () -> brakes(both).checkGuards(drifted));
        assertEquals(ErrorCode.GUARD_TRIPPED, e.code());
        assertTrue(e.what().contains("; the environment allows 1, and 2 %: delete script s10"), e.what());
        assertTrue(e.what().contains("\nBesides, applying this would undo what was done on the server: "), e.what());
        assertEquals("""
                Nothing was changed. To keep it, pull it into the files; your own edits stay:
                  mvn idp-scripts:pull
                To undo it and carry the plan out as it is (only some of it: -Didp-scripts.overwriteDrift=NAME,NAME):
                  mvn idp-scripts:apply -Didp-scripts.plan=plan.json -Didp-scripts.maxDeletes=12 -Didp-scripts.maxDeletePercent=60 -Didp-scripts.overwriteDrift""", e.next());
        assertDoesNotThrow(() -> brakes(deletes(12)).checkGuards(drifted));
    }
}
