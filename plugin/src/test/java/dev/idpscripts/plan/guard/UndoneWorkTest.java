package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of changes that undo somebody's work, and what allows them. */
class UndoneWorkTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings OFF = new BindingSettings(FailurePolicy.ABORT, 0, 30, false);

    private static FakeServer server() {
        return new FakeServer()
                .connector("LDAP")
                .script("a", ACTIVE, "1")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, CUSTOM, "1", null);
    }

    /** A script deleted for each cause; what is said of it. */
    private static UserError refused(Cause... causes) {
        FakeServer server = new FakeServer();
        List<PlannedChange> changes = new ArrayList<>();
        for (int i = 0; i < causes.length; i++) {
            server.script("s" + i, ACTIVE, "1");
        }
        Plan plan = server.plan(new Desired(), true);
        for (int i = 0; i < causes.length; i++) {
            changes.add(because(plan, i, causes[i]));
        }
        Brakes brakes = new Brakes(Guards.NONE, "false", GoalCommand.of("apply"));
        return assertThrows(UserError.class, () -> brakes.check(plan.only(changes)));
    }

    private static PlannedChange because(Plan plan, int i, Cause cause) {
        Reason why = Reason.of("a test").by(new Attribution(cause, List.of(), Optional.empty(), ""));
        return new PlannedChange(plan.changes().get(i), why);
    }

    @Test
    void theGravestCauseNamesTheError() {
        assertEquals(
                ErrorCode.CONFLICT_FOUND,
                refused(Cause.BEHIND, Cause.CONFLICT, Cause.DRIFT).code());
        assertEquals(ErrorCode.DRIFT_FOUND, refused(Cause.BEHIND, Cause.DRIFT).code());
        assertEquals(
                ErrorCode.BEHIND_FOUND, refused(Cause.BEHIND, Cause.LOCAL_EDIT).code());
    }

    @Test
    void eachObjectIsNamedWithItsCause() {
        assertEquals(
                "applying this would undo what was done on the server: script s0 (behind), script s2 (conflict)",
                refused(Cause.BEHIND, Cause.UNKNOWN, Cause.CONFLICT).what());
    }

    @Test
    void anObjectWithSeveralChangesIsNamedOnceWithTheGravest() {
        FakeServer server = new FakeServer().script("a", "old", ACTIVE, "1", FakeServer.REPOSITORY);
        Plan plan = server.plan(new Desired().script("a", null, "new", INACTIVE, "2"), true);
        for (List<Cause> causes : List.of(
                List.of(Cause.DRIFT, Cause.CONFLICT, Cause.BEHIND),
                List.of(Cause.CONFLICT, Cause.DRIFT, Cause.DRIFT))) {
            List<PlannedChange> changes = List.of(
                    because(plan, 0, causes.get(0)), because(plan, 1, causes.get(1)), because(plan, 2, causes.get(2)));
            Brakes brakes = new Brakes(Guards.NONE, "false", GoalCommand.of("apply"));
            assertEquals(
                    "applying this would undo what was done on the server: script a (conflict)",
                    assertThrows(UserError.class, () -> brakes.check(plan.only(changes)))
                            .what());
        }
    }

    @Test
    void howToKeepItDependsOnWhereItIs() {
        String merge =
                "This checkout is behind: merge the commits that are named first (git pull, or git fetch and git merge), and plan again";
        String pull = "pull it into the files; your own edits stay:";
        assertTrue(refused(Cause.BEHIND)
                .next()
                .startsWith("Nothing was changed. " + merge + ":\n  mvn idp-scripts:plan\nTo undo it"));
        assertTrue(refused(Cause.BEHIND, Cause.DRIFT)
                .next()
                .startsWith("Nothing was changed. " + merge + ". To keep the rest, " + pull
                        + "\n  mvn idp-scripts:pull\n"));
        assertTrue(refused(Cause.CONFLICT)
                .next()
                .startsWith("Nothing was changed. To keep it, " + pull + "\n  mvn idp-scripts:pull\n"));
        assertEquals("Changed on the server, not from these files", Keeping.title());
    }

    private static boolean passes(String allowed, Desired files, FakeServer server, Cause cause) {
        Plan plan = server.plan(files, true);
        List<PlannedChange> changes = List.of(because(plan, 0, cause));
        Brakes brakes = new Brakes(Guards.NONE, allowed, GoalCommand.of("apply"));
        try {
            brakes.check(plan.only(changes));
            return true;
        } catch (UserError e) {
            return false;
        }
    }

    @Test
    void aBindingIsAllowedByTheNameOfItsScriptOrItsConnector() {
        Desired files = new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a", OFF);
        assertTrue(passes("a", files, server(), Cause.DRIFT));
        assertTrue(passes("LDAP", files, server(), Cause.DRIFT));
        assertTrue(passes("x, LDAP", files, server(), Cause.DRIFT));
        assertTrue(passes("true", files, server(), Cause.DRIFT));
        assertFalse(passes("HR", files, server(), Cause.DRIFT));
        assertFalse(passes("", files, server(), Cause.CONFLICT));
        assertTrue(passes("false", files, server(), Cause.UNKNOWN));
    }
}
