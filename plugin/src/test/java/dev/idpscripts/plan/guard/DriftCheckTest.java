package dev.idpscripts.plan.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names allow what, and what is said of those that allow nothing. */
class DriftCheckTest {

    private static final Plan NOTHING = Planner.plan(
            new Desired().declare(),
            new FakeServer().inventory(),
            new PlanOptions(new Target("test", "x", FakeServer.TENANT), "acme", false));

    private static PlannedChange drifted(StoredScript script) {
        Reason why = Reason.of("a test").by(Attribution.drift(Edit.at(Instant.EPOCH, "changed it")));
        return new PlannedChange(new NamedChange.Delete(script), why);
    }

    private static String refused(String allowed, String... scripts) {
        FakeServer server = new FakeServer();
        for (String script : scripts) {
            server.script(script, ScriptStatus.ACTIVE, "1");
        }
        List<PlannedChange> changes = server.inventory().scripts().stream()
                .map(DriftCheckTest::drifted)
                .toList();
        return assertThrows(UserError.class, () -> new Brakes(Guards.NONE, allowed, GoalCommand.of("apply"))
                        .check(NOTHING.only(changes)))
                .next()
                .replace("Nothing was changed. ", "")
                .replaceAll("(?s)To keep it, pull it.*", "");
    }

    /** People call a script by what they type elsewhere: its file. */
    @ParameterizedTest
    @ValueSource(strings = {"Login name", "login-name", "scripts/naming/login-name.rhai", "x, login-name"})
    void aFileIsANameToo(String allowed) {
        FakeServer server = new FakeServer().script("Login name", ScriptStatus.ACTIVE, "1");
        Reason why = Reason.of("a test", new SourceLocation("scripts/naming/login-name.rhai", 1, 1))
                .by(Attribution.drift(Edit.at(Instant.EPOCH, "changed it")));
        PlannedChange change = new PlannedChange(
                new NamedChange.Delete(server.inventory().scripts().get(0)), why);
        assertEquals(List.of(), DriftCheck.refused(NOTHING.only(List.of(change)), allowed));
    }

    @Test
    void namesThatMeanNothingAreTold() {
        assertEquals("", refused("false", "a", "b"));
        assertEquals("", refused("a", "a", "b"));
        String told = "-Didp-scripts.overwriteDrift names what was not changed on the server: ";
        assertEquals(told + "x, y. ", refused("y,a,x", "a", "b"));
    }

    @Test
    void aNameWithACommaIsOneName() {
        assertEquals("", refused("Smith, John", "Smith, John", "b"));
    }
}
