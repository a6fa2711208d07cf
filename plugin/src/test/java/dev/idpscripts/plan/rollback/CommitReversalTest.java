package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.THREE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static dev.idpscripts.testing.KnownServer.version;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a rollback of everything to a commit takes away, and which versions it goes back to. */
class CommitReversalTest {

    private static final CommitReversal TO_TWO = new CommitReversal(TWO, "work");

    private static StoredVersion rolledBack(String script, String asOf, UUID by) {
        return version(script, 3, "9", new RollbackNote("jo", "version 1", asOf, "").format(), by);
    }

    @Test
    void onlyScriptsThatThisRepositoryPushedLastAndTheCommitDoesNotHaveMayGo() {
        Inventory server = new KnownServer(new FakeServer()
                        .script("kept", ACTIVE, "1")
                        .script("was", ACTIVE, "1")
                        .script("ours", ACTIVE, "1")
                        .script("others", null, ACTIVE, "1", "other")
                        .script("hand", null, ACTIVE, "1", null)
                        .script("broken", ACTIVE, "1")
                        .withoutVersion("broken")
                        .script("back", ACTIVE, "1")
                        .script("theirsBack", ACTIVE, "1"))
                .current(rolledBack("back", "", US))
                .current(rolledBack("theirsBack", "", US))
                .inventory();
        Map<String, List<StoredVersion>> histories = Map.of(
                "back", List.of(rolledBack("back", "", US), pushed("back", 2, "1", REPOSITORY, ONE)),
                "theirsBack", List.of(rolledBack("theirsBack", "", US), theirs("theirsBack", 2, "1")));
        Function<StoredScript, List<StoredVersion>> read = script -> histories.get(script.name());
        Desired then = new Desired().script("kept", ACTIVE, "1").script("new", "was", null, ACTIVE, "1");
        assertEquals(Set.of("ours", "back"), TO_TWO.scripts(then.declare(), server, REPOSITORY, read));
    }

    @Test
    void templatesThatTheCommitDoesNotHaveMayGoButNoneOfTheServersOwn() {
        Inventory server = new FakeServer()
                .template("kept", null, CUSTOM, "1", null)
                .template("was", null, CUSTOM, "1", null)
                .template("later", null, CUSTOM, "1", null)
                .inventory();
        StoredTemplate t = server.templates().get(0);
        StoredTemplate own = new StoredTemplate(
                FakeServer.id("own"),
                t.tenantId(),
                "own",
                null,
                CUSTOM,
                "1",
                null,
                true,
                US,
                t.createdAt(),
                t.createdAt());
        List<StoredTemplate> all = List.of(
                server.templates().get(0),
                server.templates().get(1),
                server.templates().get(2),
                own);
        Desired then = new Desired()
                .template("kept", null, null, CUSTOM, "1", null)
                .template("t", "was", null, CUSTOM, "1", null);
        assertEquals(
                Set.of("later"),
                TO_TWO.templates(
                        then.declare(),
                        new Inventory(List.of(), List.of(), List.of(), all, Map.of(), server.evidence())));
    }

    private static List<String> names(List<Tombstones.Named> gone) {
        return gone.stream().map(each -> each.name() + " by " + each.origin()).toList();
    }

    @Test
    void whatOnlyLaterCommitsOrOthersBesideDeclaredGoes() {
        Past past = new Commits()
                .then(ONE, new Desired().script("before", ACTIVE, "1").template("tb", null, null, CUSTOM, "1", null))
                .then(TWO, new Desired())
                .then(
                        THREE,
                        new Desired()
                                .script("before", ACTIVE, "2")
                                .script("z", ACTIVE, "1")
                                .script("later", ACTIVE, "1")
                                .template("tl", null, null, CUSTOM, "1", null))
                .beside(BESIDE, new Desired().script("branch", ACTIVE, "1"))
                .past();
        Desired then = new Desired().removed("gone").removedTemplate("tgone").script("kept", ACTIVE, "1");
        Declarations files = TO_TWO.removing(
                then.declare(), Set.of("z", "before", "later", "branch", "never"), Set.of("tb", "tl", "x"), past);
        assertEquals(
                List.of(
                        "gone by environments/test.yaml:1:1",
                        "branch by scripts:1:1",
                        "later by scripts:1:1",
                        "z by scripts:1:1"),
                names(files.removed().scripts()));
        assertEquals(
                List.of("tgone by environments/test.yaml:1:1", "tl by scripts:1:1"),
                names(files.removed().templates()));
        assertEquals(then.declare().scripts(), files.scripts());
    }

    @Test
    void aBodyThatComesBackIsFoundInTheHistory() {
        KnownServer server = new KnownServer(new FakeServer()
                        .script("a", ACTIVE, "1")
                        .script("b", ACTIVE, "1")
                        .script("c", ACTIVE, "1"))
                .current(pushed("a", 4, "9", REPOSITORY, THREE))
                .current(pushed("b", 4, "9", REPOSITORY, THREE))
                .current(pushed("c", 4, "1", REPOSITORY, THREE));
        Desired files =
                new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "0").script("c", "b2", "text", ACTIVE, "1");
        List<StoredVersion> history = List.of(
                pushed("a", 4, "9", REPOSITORY, THREE),
                pushed("a", 3, "1", REPOSITORY, TWO),
                pushed("a", 2, "1", REPOSITORY, ONE));
        Plan plan = Planner.plan(files.declare(), server.inventory(), Told.OPTIONS);
        assertEquals(
                List.of("a", "b"),
                CommitReversal.changing(plan).stream().map(StoredScript::name).toList());
        RollbackPlan rollback = TO_TWO.plan(plan, Map.of(FakeServer.id("a"), history, FakeServer.id("b"), history));
        assertEquals(Map.of(FakeServer.id("a"), new RollbackPlan.EarlierVersion(3, TWO)), rollback.targets());
        assertEquals(
                List.of(
                        "update script a: commit 2222222 has it so",
                        "update script b: commit 2222222 has it so",
                        "describe script c: commit 2222222 has it so"),
                Told.why(rollback.plan().planned()));
        RollbackPlan byHand = TO_TWO.plan(plan, Map.of(FakeServer.id("a"), List.of(theirs("a", 2, "1"))));
        assertEquals(Map.of(FakeServer.id("a"), new RollbackPlan.EarlierVersion(2, "")), byHand.targets());
    }
}
