package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order the bindings of a hook change, so that no two ever want one place and there are never more than ten. */
class HookOrderTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final String PLACE = " binding LDAP, before create, order ";

    private final FakeServer server = new FakeServer()
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1")
            .script("c", ACTIVE, "1");

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").script("c", ACTIVE, "1");
    }

    private void becomes(Desired files, String... changes) {
        Plan plan = server.plan(files, true);
        assertEquals(List.of(), plan.problems());
        assertEquals(
                List.of(changes),
                plan.changes().stream()
                        .map(change -> change instanceof BindingChange.Move move
                                ? "move " + move.script() + " from "
                                        + move.from().order() + " to "
                                        + move.to().order()
                                : change.kind() + change.subject().toString().replaceFirst(".*order", ""))
                        .toList());
        server.apply(plan);
        assertEquals(List.of(), server.plan(files, true).changes());
    }

    @Test
    void twoThatChangePlacesGoThroughTheLowestPlaceThatNobodyHasOrWants() {
        server.bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "b");
        becomes(
                files().bind("LDAP", HOOK, 10, "b").bind("LDAP", HOOK, 20, "a"),
                "move b from 20 to 1",
                "move a from 10 to 20",
                "move b from 1 to 10");
    }

    @Test
    void whatStaysOrIsNewKeepsItsPlaceWhileOthersChangePlaces() {
        server.bind("LDAP", HOOK, 10, "a")
                .bind("LDAP", HOOK, 20, "b")
                .script("theirs", null, ACTIVE, "1", null)
                .bind("LDAP", HOOK, 1, "theirs");
        becomes(
                files().bind("LDAP", HOOK, 10, "b").bind("LDAP", HOOK, 20, "a").bind("LDAP", HOOK, 2, "c"),
                "move b from 20 to 3",
                "move a from 10 to 20",
                "move b from 3 to 10",
                "bind 2");
    }

    @Test
    void movesBeginWithTheLowestPlaceThatIsFree() {
        server.bind("LDAP", HOOK, 30, "b").bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "c");
        becomes(
                files().bind("LDAP", HOOK, 12, "c").bind("LDAP", HOOK, 11, "b").bind("LDAP", HOOK, 10, "a"),
                "move b from 30 to 11",
                "move c from 20 to 12");
    }

    @Test
    void aLineThatIsWhereItShouldBeIsNotTakenForOneThatMoved() {
        server.bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "a");
        becomes(files().bind("LDAP", HOOK, 20, "a"), "unbind 10");
        server.bind("LDAP", HOOK, 30, "a");
        becomes(files().bind("LDAP", HOOK, 40, "a").bind("LDAP", HOOK, 30, "a"), "move a from 20 to 40");
    }

    @Test
    void whatGoesGoesInTheOrderOfTheHook() {
        server.bind("LDAP", HOOK, 30, "a").bind("LDAP", HOOK, 10, "b").bind("LDAP", HOOK, 20, "c");
        becomes(files().connector("LDAP"), "unbind 10", "unbind 20", "unbind 30");
    }

    @Test
    void tenAreAllowedAndElevenAreToldWithThoseThatNoFileDeclares() {
        server.script("theirs", null, ACTIVE, "1", null).bind("LDAP", HOOK, 1, "theirs");
        Desired files = files();
        for (int i = 11; i <= 19; i++) {
            files.bind("LDAP", HOOK, i, "a");
        }
        assertEquals(List.of(), server.plan(files, true).problems());
        assertEquals(
                List.of(
                        "bindings/LDAP.yaml:4:5: LDAP would have 11 bindings before create; the server allows 10. No file declares order 1"
                                + " (theirs): remove them on the server, or with -Didp-scripts.prune if they are this repository's"),
                server.plan(files.bind("LDAP", HOOK, 20, "b"), true).problems().stream()
                        .map(Object::toString)
                        .toList());
    }

    private List<String> recreated(Desired files) {
        PlanOptions options = Told.OPTIONS.recreatingWedged();
        return Told.why(Planner.plan(files.declare(), server.wedge("a").inventory(), options)
                        .planned())
                .stream()
                .filter(line -> line.contains("bind"))
                .toList();
    }

    @Test
    void aPlaceThatIsForAnotherIsNotRestoredToAScriptThatIsMadeAnew() {
        server.bind("LDAP", HOOK, 10, "a").bind("LDAP", HOOK, 20, "a");
        assertEquals(
                List.of(
                        "unbind" + PLACE + "10: its script is wedged and recreated",
                        "unbind" + PLACE + "20: its script is wedged and recreated",
                        "bind" + PLACE + "10: it is not on the server",
                        "bind" + PLACE + "20: as for the wedged script before"),
                recreated(files().bind("LDAP", HOOK, 10, "b")));
    }
}
