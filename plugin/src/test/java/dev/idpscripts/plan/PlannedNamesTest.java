package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which script or template of the server a file means, whatever happened to names on both sides. */
class PlannedNamesTest {

    private static List<String> why(Desired files, Inventory server, PlanOptions options) {
        return Told.why(Planner.plan(files.declare(), server, options).planned());
    }

    @Test
    void aNameThatARenameSetsFreeIsGivenToAnother() {
        FakeServer server = new FakeServer()
                .script("a", ACTIVE, "1")
                .script("b", ACTIVE, "2")
                .template("a", null, CUSTOM, "1", null)
                .template("b", null, CUSTOM, "2", null);
        Desired files = new Desired()
                .script("b", "a", null, ACTIVE, "1")
                .script("c", "b", null, ACTIVE, "2")
                .template("b", "a", null, CUSTOM, "1", null)
                .template("c", "b", null, CUSTOM, "2", null);
        assertEquals(
                List.of(
                        "rename script c: the server has it as \"b\"",
                        "rename script b: the server has it as \"a\"",
                        "rename template c: the server has it as \"b\"",
                        "rename template b: the server has it as \"a\""),
                Told.why(server.plan(files, false).planned()));
        server.apply(server.plan(files, false));
        assertTrue(server.plan(files, true).isEmpty());
    }

    @Test
    void aRenameThatCameTooLateIsTold() {
        FakeServer server = new FakeServer()
                .script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .script("c", ACTIVE, "1");
        Plan plan = server.plan(
                new Desired().script("b", "a", null, ACTIVE, "1").script("c", "was", null, ACTIVE, "1"), false);
        assertEquals(List.of(), plan.changes());
        assertEquals(
                List.of("script b is there already, so a is not renamed to it and stays as it is (scripts/b.yaml:1:1)"),
                plan.remarks());
    }

    /** Made as a by this repository, and called other since. */
    private static KnownServer renamedThere(String repository) {
        FakeServer fake = new FakeServer().script("a", ACTIVE, "1").script("x", ACTIVE, "1");
        fake.apply(fake.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        return new KnownServer(fake)
                .current(pushed("a", 2, "1", repository, ONE))
                .did(US, "created", "a", 1, "script_name", "a");
    }

    @Test
    void aScriptThatSomebodyRenamedIsFoundAgainByTheNameItWasMadeWith() {
        Desired files =
                new Desired().script("0", ACTIVE, "1").script("a", ACTIVE, "1").script("x", ACTIVE, "1");
        assertEquals(
                "rename script a: the server has it as \"other\"",
                why(files, renamedThere(REPOSITORY).inventory(), Told.OPTIONS).get(0));
        assertEquals(
                List.of("create script a: it is not on the server", "activate script a: a new script is a draft"),
                why(files, renamedThere("another").inventory(), Told.OPTIONS).stream()
                        .filter(line -> line.contains("script a:"))
                        .toList());
    }

    @Test
    void commitsTellWhatElseAFileWasCalled() {
        Desired files = new Desired().script("now", ACTIVE, "1").script("x", ACTIVE, "1");
        PlanOptions past = Told.OPTIONS.with(new Commits()
                .then(ONE, new Desired().script("a", ACTIVE, "1"))
                .then(TWO, new Desired().script("now", "a", null, ACTIVE, "1"))
                .past());
        assertEquals(
                List.of("rename script now: the server has it as \"other\""),
                why(files, renamedThere(REPOSITORY).inventory(), past));
        assertEquals(
                "create script now: it is not on the server",
                why(files, renamedThere(REPOSITORY).inventory(), Told.OPTIONS).get(0));
    }

    private static List<String> origins(Desired files, Inventory server) {
        return Planner.plan(files.declare(), server, Told.OPTIONS).planned().stream()
                .map(each -> each.reason().origin().orElseThrow().file())
                .toList();
    }

    @Test
    void aRenameIsTheDoingOfTheFileThatSaysIt() {
        Inventory server = new FakeServer()
                .script("0", ACTIVE, "1")
                .script("a", ACTIVE, "1")
                .template("0", null, CUSTOM, "1", null)
                .template("a", null, CUSTOM, "1", null)
                .inventory();
        Desired files = new Desired()
                .script("0", ACTIVE, "1")
                .script("b", "a", null, ACTIVE, "1")
                .template("0", null, null, CUSTOM, "1", null)
                .template("b", "a", null, CUSTOM, "1", null);
        assertEquals(List.of("scripts/b.yaml", "templates/b.yaml"), origins(files, server));
    }

    /** Only what somebody renamed on the server is followed without a word in the file. */
    @Test
    void aRenameThatTheFileSaysNoLongerIsNotMade() {
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a");
        PlanOptions past = Told.OPTIONS.with(new Commits()
                .then(ONE, new Desired().script("a", ACTIVE, "1"))
                .then(TWO, new Desired().script("c", "a", null, ACTIVE, "1"))
                .past());
        assertEquals(
                List.of("create script c: it is not on the server", "activate script c: a new script is a draft"),
                why(new Desired().script("c", ACTIVE, "1"), server.inventory(), past));
    }
}
