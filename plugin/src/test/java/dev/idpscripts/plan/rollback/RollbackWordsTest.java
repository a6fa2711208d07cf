package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.THREE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.rollback.RollbackRequest.Wanted;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rollback of several scripts beside the rest of a run: all of it in one plan, or none, and why. */
class RollbackWordsTest extends RollbackFixture {

    private static StoredVersion[] history(String script) {
        return new StoredVersion[] {theirs(script, 2, "9"), pushed(script, 1, "8", REPOSITORY, ONE)};
    }

    @Test
    void theRestOfTheRunIsPlannedInOneOrderAndUnderTheNamesOfTheEnd() {
        Plan rest =
                server.plan(new Desired().script("c", "a", null, ACTIVE, "1").script("b", ACTIVE, "1"), false);
        RollbackPlan plan = plan(
                new InversePlan(rest.planned(), List.of("known of the rest"), List.of()),
                List.of(),
                wanted("b", new RollbackTarget.Steps(1), history("b")),
                wanted("a", new RollbackTarget.Steps(1), history("a")));
        assertEquals(
                List.of(
                        "rename script c: the server has it as \"a\"",
                        "update script b: it gets the body of version 1 (commit 1111111) again",
                        "update script c: it gets the body of version 1 (commit 1111111) again"),
                Told.why(plan.plan().planned()));
        assertEquals(List.of("known before", "known of the rest"), plan.plan().remarks());
        assertEquals(
                List.of("b", "c"),
                plan.plan().reaches().stream().map(reach -> reach.script()).toList());
        assertEquals(
                Map.of(
                        FakeServer.id("a"), new RollbackPlan.EarlierVersion(1, ONE),
                        FakeServer.id("b"), new RollbackPlan.EarlierVersion(1, ONE)),
                plan.targets());
        ScriptChange.Update update = (ScriptChange.Update) plan.plan().changes().get(2);
        assertEquals(ACTIVE, update.script().status());
    }

    @Test
    void onlyThoseThatCannotGoBackAreCounted() {
        Wanted good = wanted("a", new RollbackTarget.Steps(1), history("a"));
        Wanted bad = wanted("b", new RollbackTarget.Version(7), history("b"));
        String why = "\n  script b: it has no version 7; it has versions 1 to 2";
        assertEquals("1 of 2 scripts cannot go back:" + why, refused(InversePlan.NONE, List.of(), good, bad));
        assertEquals("this cannot go back:" + why, refused(InversePlan.NONE, List.of(), bad));
        assertEquals(
                "2 of 3 scripts cannot go back:\n  script x: it is not there" + why,
                refused(InversePlan.NONE, List.of("script x: it is not there"), good, bad));
        assertEquals(
                "this cannot go back:\n  binding: gone" + why,
                refused(new InversePlan(List.of(), List.of(), List.of("binding: gone")), List.of(), good, bad));
        assertEquals("2 of 2 scripts cannot go back:" + why, refused(InversePlan.NONE, List.of(), bad, bad));
    }

    private String why(RollbackTarget aim, StoredVersion... newestFirst) {
        return refused(InversePlan.NONE, List.of(), wanted("a", aim, newestFirst))
                .replaceFirst("(?s).*script a: ", "");
    }

    @Test
    void aCommitThatNothingWasPushedFromNamesTheNewestThatWere() {
        RollbackTarget aim = new RollbackTarget.Commit("abc");
        assertEquals("no version of it was pushed from commit abc", why(aim, theirs("a", 2, "9")));
        assertEquals(
                "no version of it was pushed from commit abc; the newest are from 3333333 (version 2)",
                why(aim, pushed("a", 2, "3", REPOSITORY, THREE), pushed("a", 1, "2", REPOSITORY, "none")));
        assertEquals(
                "no version of it was pushed from commit abc; the newest are from 3333333 (version 2), 1111111 (version 1)",
                why(aim, pushed("a", 2, "3", REPOSITORY, THREE), pushed("a", 1, "1", REPOSITORY, ONE)));
    }

    @Test
    void aScriptThatIsWedgedSaysWhoWedgedItAndWhatToDo() {
        assertEquals(
                "it is wedged on the server: version 3 was stored (by " + THEM
                        + ", 2026-03-04T00:00:00Z) but version 2 stayed the current one, and the server refuses every rollback,"
                        + " for ever. Put the body that is wanted into the file, and recreate it: mvn idp-scripts:apply"
                        + " -Didp-scripts.recreateWedged",
                why(new RollbackTarget.Steps(1), theirs("a", 3, "9"), theirs("a", 2, "8")));
    }
}
