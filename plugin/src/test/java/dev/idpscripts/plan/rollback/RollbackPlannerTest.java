package dev.idpscripts.plan.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.testing.FakeServer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which version a script goes back to, and when it cannot. */
class RollbackPlannerTest {

    private static final UUID ID = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final String ONE = "abcdef1111111111111111111111111111111111";
    private static final String TWO = "abcdef1222222222222222222222222222222222";

    private static StoredScript script(int current, boolean system) {
        return new StoredScript(
                ID, ID, "a", null, current, ScriptStatus.ACTIVE, system, ID, Instant.EPOCH, Instant.EPOCH);
    }

    private static StoredVersion version(int number, String body, String description) {
        return new StoredVersion(ID, ID, number, body, description, ID, Instant.EPOCH);
    }

    private static StoredVersion ours(int number, String body, String commit) {
        return version(
                number,
                body,
                Provenance.of("work", "acme", commit, new Body(body)).format());
    }

    private static RollbackPlan plan(StoredScript script, RollbackTarget aim, StoredVersion... versions) {
        List<StoredVersion> history = Arrays.stream(versions)
                .sorted(Comparator.comparing(StoredVersion::versionNumber).reversed())
                .toList();
        Target target = new Target("test", "https://idp.example.com", FakeServer.TENANT);
        return RollbackPlanner.plan(
                new FakeServer().inventory(),
                new RollbackRequest(
                        List.of(new RollbackRequest.Wanted(script, history, aim)),
                        InversePlan.NONE,
                        new PlanOptions(target, "acme", false),
                        new ObjectCounts(1, 0, 0),
                        List.of(),
                        List.of()));
    }

    private static void goesTo(int expected, StoredScript script, RollbackTarget aim, StoredVersion... versions) {
        RollbackPlan plan = plan(script, aim, versions);
        assertEquals(expected, plan.targets().get(ID).version());
        assertEquals(1, plan.plan().changes().size());
    }

    private static void refused(String why, StoredScript script, RollbackTarget aim, StoredVersion... versions) {
        UserError e = assertThrows(UserError.class, () -> plan(script, aim, versions));
        assertEquals(ErrorCode.ROLLBACK_IMPOSSIBLE, e.code());
        assertTrue(e.getMessage().startsWith("this cannot go back:\n  script a: " + why), e.getMessage());
    }

    private static void isThereAlready(
            String remark, StoredScript script, RollbackTarget aim, StoredVersion... versions) {
        RollbackPlan plan = plan(script, aim, versions);
        assertTrue(plan.plan().isEmpty());
        assertEquals(
                List.of("script a is there already: " + remark), plan.plan().remarks());
    }

    private static Attribution who(RollbackPlan plan) {
        return plan.plan().planned().get(0).reason().attribution();
    }

    @Test
    void theBodyOfTheTargetReplacesTheCurrentOne() {
        RollbackPlan plan = plan(
                script(3, false),
                new RollbackTarget.Steps(1),
                version(1, "1", null),
                ours(2, "2", ONE),
                version(3, "3", "fix"));
        ScriptChange.Update update = (ScriptChange.Update) plan.plan().changes().get(0);
        assertEquals("2", update.script().body().text());
        assertEquals("3", update.before().orElseThrow().text());
        assertEquals(
                "it gets the body of version 2 (commit abcdef1) again",
                plan.plan().planned().get(0).reason().text());
        assertEquals(Attribution.Cause.ROLLBACK, who(plan).cause());
        assertEquals(1, who(plan).edits().size());
    }

    @Test
    void aStepBackFromARollBackGoesFurtherBack() {
        aStepLeadsTo(1, "Rolled back by jo to version 2");
        aStepLeadsTo(3, "as it was");
    }

    /** With version 4 having the body of version 2. */
    private static void aStepLeadsTo(int expected, String description) {
        goesTo(
                expected,
                script(4, false),
                new RollbackTarget.Steps(1),
                version(1, "1", null),
                ours(2, "2", ONE),
                ours(3, "3", TWO),
                version(4, "2", description));
    }

    @Test
    void aCommitMeansTheNewestVersionThatWasReallyPushedFromIt() {
        StoredVersion copied = version(4, "4", ours(2, "2", ONE).changeDescription());
        goesTo(
                3,
                script(5, false),
                new RollbackTarget.Commit("abcdef1111"),
                ours(2, "2", ONE),
                ours(3, "3", ONE),
                copied,
                version(5, "5", null));
    }

    @Test
    void aBeginningOfSeveralCommitsIsRefused() {
        refused(
                "\"abcdef1\" is the beginning of several commits: " + TWO + ", " + ONE,
                script(3, false),
                new RollbackTarget.Commit("abcdef1"),
                ours(2, "2", ONE),
                ours(3, "3", TWO));
    }

    @Test
    void aScriptWithOneVersionHasNothingToGoBackTo() {
        refused(
                "there is nothing so far back: it has only version 1",
                script(1, false),
                new RollbackTarget.Steps(1),
                version(1, "1", null));
        refused("there is nothing so far back: it has none at all", script(1, false), new RollbackTarget.Steps(1));
    }

    @Test
    void theEmptyVersionIsOnlyTakenByItsNumber() {
        StoredVersion stub = version(1, "// New script", null);
        refused(
                "before that it had only the empty version that the server makes with a script",
                script(2, false),
                new RollbackTarget.Steps(1),
                stub,
                version(2, "2", null));
        goesTo(1, script(2, false), new RollbackTarget.Version(1), stub, version(2, "2", null));
    }

    @Test
    void aMissingTargetIsNamed() {
        refused(
                "it has no version 7; it has versions 1 to 2",
                script(2, false),
                new RollbackTarget.Version(7),
                version(1, "1", null),
                version(2, "2", null));
    }

    @Test
    void aTargetThatIsCurrentIsNoChange() {
        isThereAlready(
                "version 2 is the current one",
                script(2, false),
                new RollbackTarget.Version(2),
                version(1, "1", null),
                version(2, "2", null));
        isThereAlready(
                "its current version 3 has the body of version 1",
                script(3, false),
                new RollbackTarget.Version(1),
                version(1, "x\r\n", null),
                version(2, "2", null),
                version(3, "x\n", null));
    }

    @Test
    void aWedgedScriptCanGoNowhere() {
        refused(
                "it is wedged on the server: version 3 was stored",
                script(2, false),
                new RollbackTarget.Steps(1),
                version(1, "1", null),
                version(2, "2", null),
                version(3, "3", null));
    }

    @Test
    void whatBelongsToTheServerIsLeftAlone() {
        refused(
                "it belongs to the server itself",
                script(2, true),
                new RollbackTarget.Steps(1),
                version(1, "1", null),
                version(2, "2", null));
    }

    @Test
    void onlyWhatSomebodyElsePushedAfterAnApplyIsASurprise() {
        RollbackTarget aim = new RollbackTarget.Before("r", 2);
        StoredVersion[] history = {version(1, "1", null), ours(2, "2", ONE), ours(3, "3", TWO), ours(4, "4", TWO)};
        assertEquals(
                Attribution.Cause.ROLLBACK,
                who(plan(script(4, false), aim, history)).cause());
        history[3] = version(4, "4", "quick fix");
        assertEquals(
                Attribution.Cause.DRIFT,
                who(plan(script(4, false), aim, history)).cause());
        assertEquals(
                Attribution.Cause.ROLLBACK,
                who(plan(script(4, false), new RollbackTarget.Version(2), history))
                        .cause());
    }
}
