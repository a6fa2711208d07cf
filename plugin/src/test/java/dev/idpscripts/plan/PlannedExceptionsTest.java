package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.testing.KnownServer.THEM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What plans say where a script is wedged, active only on the way, or where a folder is missing. */
class PlannedExceptionsTest {

    @Test
    void aTombstoneThatIsWrittenTwiceIsOne() {
        FakeServer server = new FakeServer().script("a", ACTIVE, "1").template("t", null, CUSTOM, "1", null);
        assertEquals(
                List.of(
                        "delete script a: the files say that it is removed",
                        "delete template t: the files say that it is removed"),
                Told.why(server.plan(
                                new Desired()
                                        .removed("a")
                                        .removed("a")
                                        .removedTemplate("t")
                                        .removedTemplate("t"),
                                false)
                        .planned()));
    }

    @Test
    void aWedgedScriptStepsAsideToANameThatNoFileWantsAndItsHistoryIsSaidToBeLost() {
        FakeServer server = new FakeServer().script("a", ACTIVE, "1").wedge("a");
        Desired files = new Desired().script("a", ACTIVE, "2").script("a (wedged)", ACTIVE, "3");
        Plan plan = Planner.plan(files.declare(), server.inventory(), Told.OPTIONS.recreatingWedged());
        assertEquals("script a (wedged 2)", plan.changes().get(0).subject().toString());
        assertEquals(List.of("script a is recreated: it gets another id, and its 2 versions are lost"), plan.remarks());
    }

    @Test
    void aFolderThatIsMissingIsToldOnlyIfSomethingWouldBePruned() {
        Desired files = new Desired().without(ObjectAddress.Type.SCRIPT).without(ObjectAddress.Type.BINDING);
        assertEquals(List.of(), new FakeServer().plan(files, true).remarks());
        assertEquals(
                List.of("there is no folder scripts, so no script is pruned; an empty folder says \"none\""),
                new FakeServer()
                        .script("a", null, ACTIVE, "1", null)
                        .plan(files, true)
                        .remarks());
    }

    @Test
    void aWedgedScriptThatIsRenamedIsRecreatedUnderTheNewName() {
        Hook hook = new Hook(HookPhase.BEFORE, Operation.CREATE);
        FakeServer server = new FakeServer()
                .connector("LDAP")
                .script("a", ACTIVE, "1")
                .bind("LDAP", hook, 10, "a")
                .wedge("a");
        Desired files = new Desired().script("c", "a", null, ACTIVE, "2").bind("LDAP", hook, 10, "c");
        Plan plan = Planner.plan(files.declare(), server.inventory(), Told.OPTIONS.recreatingWedged());
        assertEquals(
                List.of("c"),
                plan.changes().stream()
                        .flatMap(change -> change instanceof BindingChange.Unbind unbind
                                ? Stream.of(unbind.script())
                                : Stream.empty())
                        .toList());
        assertEquals(
                "unbind binding LDAP, before create, order 10: local edit",
                Told.who(plan).stream()
                        .filter(line -> line.startsWith("unbind"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aScriptThatIsActiveOnlyOnTheWayIsNobodysEdit() {
        Hook hook = new Hook(HookPhase.BEFORE, Operation.CREATE);
        KnownServer server = new KnownServer(new FakeServer().connector("LDAP").script("a", INACTIVE, "1"))
                .did(THEM, "deactivated", "a", 3);
        Desired files = new Desired().script("a", INACTIVE, "1").bind("LDAP", hook, 10, "a");
        assertEquals(
                "activate script a: local edit",
                Told.who(files, server.inventory(), Told.OPTIONS).get(0));
    }
}
