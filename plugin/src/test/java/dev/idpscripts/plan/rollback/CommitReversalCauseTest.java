package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.THREE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static dev.idpscripts.testing.KnownServer.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.RollbackPlan;
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
import org.junit.jupiter.api.Test;

/** Whose work a rollback to a commit undoes, and what it says of it. */
class CommitReversalCauseTest {

    private static final CommitReversal TO_TWO = new CommitReversal(TWO, "work");

    private static StoredVersion rolledBack(String script, String asOf, UUID by) {
        return version(script, 3, "9", new RollbackNote("jo", "version 1", asOf, "").format(), by);
    }

    private static RollbackPlan rollback(Desired files, KnownServer known, Map<UUID, List<StoredVersion>> all) {
        return TO_TWO.plan(Planner.plan(files.declare(), known.inventory(), Told.OPTIONS), all);
    }

    @Test
    void whatWasAskedForIsNobodysEditAndNamesNoPlaceThatIsNone() {
        KnownServer server =
                new KnownServer(new FakeServer().script("a", ACTIVE, "1").script("b", ACTIVE, "1"));
        Declarations then = TO_TWO.removing(
                new Desired().script("a", ACTIVE, "2").declare(),
                Set.of("b"),
                Set.of(),
                new Commits()
                        .then(TWO, new Desired())
                        .then(THREE, new Desired().script("b", ACTIVE, "1"))
                        .past());
        RollbackPlan plan = TO_TWO.plan(Planner.plan(then, server.inventory(), Told.OPTIONS), Map.of());
        assertEquals(List.of("update script a: rollback", "delete script b: rollback"), Told.who(plan.plan()));
        List<PlannedChange> planned = plan.plan().planned();
        assertEquals(
                List.of("commit 2222222 has it so", "commit 2222222 does not have it"),
                planned.stream().map(each -> each.reason().text()).toList());
        assertEquals(
                "scripts/a.rhai:1:1",
                planned.get(0).reason().origin().orElseThrow().toString());
        assertTrue(planned.get(1).reason().origin().isEmpty());
    }

    private static void undoes(String expected, StoredVersion newest) {
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .versions("a", newest, pushed("a", 2, "1", REPOSITORY, ONE));
        assertEquals(
                expected,
                Told.who(rollback(new Desired().script("a", ACTIVE, "1"), server, Map.of())
                                .plan())
                        .get(0)
                        .replaceAll(";.*", ""));
    }

    @Test
    void whatItUndoesOfOthersStaysTheirsButNotTheRollbackBefore() {
        undoes("update script a: drift", theirs("a", 3, "9"));
        undoes("update script a: drift", version("a", 3, "9", "by hand", US));
        undoes("update script a: drift", rolledBack("a", "", THEM));
        undoes("update script a: rollback", rolledBack("a", "", US));
        undoes("update script a: rollback", rolledBack("a", THREE, THEM));
    }

    @Test
    void anEditBeforeARollbackIsNotLostWithoutAWord() {
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .versions(
                        "a",
                        version("a", 4, "9", new RollbackNote("jo", "version 1", "", "").format(), US),
                        theirs("a", 3, "8"),
                        pushed("a", 2, "1", REPOSITORY, ONE));
        assertEquals(
                "update script a: drift",
                Told.who(rollback(new Desired().script("a", ACTIVE, "1"), server, Map.of())
                                .plan())
                        .get(0)
                        .replaceAll(";.*", ""));
    }

    @Test
    void aStatusThatSomebodyChangedStaysTheirs() {
        KnownServer server = new KnownServer(new FakeServer().script("a", INACTIVE, "1"))
                .did(US, "created", "a", 1)
                .did(THEM, "deactivated", "a", 3);
        assertEquals(
                List.of("activate script a: drift; they made it inactive on 2026-03-04"),
                Told.who(rollback(new Desired().script("a", ACTIVE, "1"), server, Map.of())
                        .plan()));
    }

    @Test
    void theDeletionOfWhatARollbackLeftIsNobodysEditEither() {
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .versions("a", rolledBack("a", "", US), pushed("a", 2, "1", REPOSITORY, ONE));
        assertEquals(
                List.of("delete script a: rollback"),
                Told.who(rollback(new Desired().removed("a"), server, Map.of()).plan()));
    }
}
