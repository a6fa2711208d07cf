package dev.idpscripts.plan.rollback;

import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static dev.idpscripts.testing.KnownServer.version;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.rollback.RollbackRequest.Wanted;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version a step back leads to, and whom a rollback surprises. */
class RollbackStepsTest extends RollbackFixture {

    private String why(RollbackTarget aim, StoredVersion... newestFirst) {
        return refused(InversePlan.NONE, List.of(), wanted("a", aim, newestFirst))
                .replaceFirst("(?s).*script a: ", "");
    }

    /** A further step back from a rollback goes back from the version whose body it brought again, not to any with that body. */
    @Test
    void aRollbackCountsAsTheVersionThatItBroughtBack() {
        StoredVersion rolled = version("a", 2, "8", new RollbackNote("jo", "version 1", "", "").format(), US);
        assertEquals(
                "there is nothing so far back: it has versions 1 to 2",
                why(new RollbackTarget.Steps(1), rolled, theirs("a", 1, "8")));
        RollbackPlan plan = plan(
                InversePlan.NONE, List.of(), wanted("a", new RollbackTarget.Steps(1), rolled, theirs("a", 1, "7")));
        assertEquals(1, plan.targets().get(FakeServer.id("a")).version());
    }

    private Cause causeOfUndoing(RollbackTarget aim, StoredVersion... newestFirst) {
        return plan(InversePlan.NONE, List.of(), wanted("a", aim, newestFirst))
                .plan()
                .planned()
                .get(0)
                .cause();
    }

    /** The run itself made the next version; everything after it is somebody's. */
    @Test
    void theVersionThatTheRunMadeIsNoSurpriseWhoeverPushedIt() {
        StoredVersion first = pushed("a", 1, "1", REPOSITORY, TWO);
        assertEquals(Cause.ROLLBACK, causeOfUndoing(new RollbackTarget.Before("R", 1), theirs("a", 2, "9"), first));
        assertEquals(
                Cause.ROLLBACK,
                causeOfUndoing(new RollbackTarget.Before("R", 1), pushed("a", 2, "9", REPOSITORY, ONE), first));
    }

    /** A crash can leave a script without the row of its current version. */
    @Test
    void aScriptWithoutItsCurrentVersionCanGoBackToTheOneBefore() {
        RollbackPlan plan =
                plan(InversePlan.NONE, List.of(), wanted("a", new RollbackTarget.Version(1), theirs("a", 1, "8")));
        assertEquals(1, plan.targets().get(FakeServer.id("a")).version());
    }

    @Test
    void aRollbackBeforeTheCurrentVersionIsOneStepLikeAnyOther() {
        StoredScript script = new KnownServer(server)
                .current(theirs("a", 4, "9"))
                .inventory()
                .scripts()
                .get(0);
        StoredVersion rolled = version("a", 3, "1", new RollbackNote("jo", "version 1", "", "").format(), US);
        Wanted wanted = new Wanted(
                script,
                List.of(theirs("a", 4, "9"), rolled, theirs("a", 2, "2"), theirs("a", 1, "1")),
                new RollbackTarget.Steps(1));
        assertEquals(
                3,
                plan(InversePlan.NONE, List.of(), wanted)
                        .targets()
                        .get(FakeServer.id("a"))
                        .version());
    }
}
