package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.plan.attribution.PushedScript.TOUCHED;
import static dev.idpscripts.plan.attribution.PushedScript.UNTOUCHED;
import static dev.idpscripts.plan.attribution.PushedScript.described;
import static dev.idpscripts.plan.attribution.PushedScript.files;
import static dev.idpscripts.plan.attribution.PushedScript.label;
import static dev.idpscripts.plan.attribution.PushedScript.says;
import static dev.idpscripts.plan.attribution.PushedScript.server;
import static dev.idpscripts.plan.attribution.PushedScript.switched;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who switched a script on or off, by the audit trail and by what Git says was touched. */
class ScriptStatusAttributionTest {

    private static final PlanOptions VALUES =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("environments/test.yaml")), Set.of()));

    @Test
    void whoSwitchedItOffIsInTheTrail() {
        String they = "drift; they made it inactive on 2026-03-04";
        switched(they, server(INACTIVE).did(THEM, "deactivated", "a", 3), Told.OPTIONS);
        switched("local edit", server(INACTIVE).did(US, "deactivated", "a", 3), Told.OPTIONS);
        switched("local edit", server(INACTIVE), Told.OPTIONS);
        switched(
                "local edit",
                server(INACTIVE).did(THEM, "deactivated", "a", 3).did(US, "deactivated", "a", 4),
                Told.OPTIONS);
        switched(they, server(INACTIVE).did(THEM, "deactivated", "a", 3).did(US, "updated", "a", 4), Told.OPTIONS);
    }

    @Test
    void whereTheTrailDoesNotReachBackOrWasNotReadNobodyKnows() {
        KnownServer bare = new KnownServer(new FakeServer().script("a", INACTIVE, "1"));
        switched("unknown", bare, Told.OPTIONS);
        switched("unknown; the audit trail does not tell", bare.trail("a"), Told.OPTIONS);
    }

    @Test
    void inOurNameButNotFromTheseFilesItIsDrift() {
        KnownServer server = server(INACTIVE).did(US, "deactivated", "a", 3);
        switched("drift; we, who applies this repository, made it inactive on 2026-03-04", server, UNTOUCHED);
        switched("local edit", server, TOUCHED);
        switched("local edit", server, VALUES);
    }

    @Test
    void whatWeDidBeforeOurLastPushIsNoDrift() {
        KnownServer server = new KnownServer(new FakeServer().script("a", "text", INACTIVE, "1", REPOSITORY))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "deactivated", "a", 1)
                .did(US, "version_created", "a", 2, "change_description", label());
        switched("local edit", server, UNTOUCHED);
    }

    /** A script whose own last push is older than its files, as after a rollback. */
    @Test
    void whatWeDidAfterTheNewestPushOfAnythingIsDriftWhileTheFilesRested() {
        KnownServer server = new KnownServer(new FakeServer()
                        .script("a", "text", INACTIVE, "1", REPOSITORY)
                        .script("b", ACTIVE, "1"))
                .current(pushed("a", 2, "1", REPOSITORY, TWO))
                .current(pushed("b", 3, "1", REPOSITORY, ONE))
                .did(US, "version_created", "a", 2, "change_description", label());
        Desired files = files(ACTIVE, null).script("b", ACTIVE, "1");
        String says = "activate script a: drift; we, who applies this repository, made it inactive on 2026-03-05";
        says(says, server.did(US, "deactivated", "a", 4), files, UNTOUCHED);
        says("activate script a: local edit", server, files, TOUCHED);
        says("activate script a: local edit", server.did(US, "deactivated", "a", 2), files, UNTOUCHED);
    }

    @Test
    void eventsOfOtherKindsTellNothingOfIt() {
        described("local edit", server(ACTIVE).did(US, "updated", "a", 3).did(THEM, "bound", "a", 4), Told.OPTIONS);
        KnownServer pushedLater = new KnownServer(new FakeServer()
                        .script("a", "text", INACTIVE, "1", REPOSITORY)
                        .script("b", ACTIVE, "1"))
                .current(pushed("a", 1, "1", REPOSITORY, TWO))
                .current(pushed("b", 3, "1", REPOSITORY, ONE))
                .did(US, "deactivated", "a", 2)
                .did(US, "updated", "a", 4);
        says("activate script a: local edit", pushedLater, files(ACTIVE, null).script("b", ACTIVE, "1"), UNTOUCHED);
    }

    @Test
    void aTrailWithoutItsBeginningDoesNotTell() {
        KnownServer cut = new KnownServer(new FakeServer().script("a", INACTIVE, "1")).did(THEM, "bound", "a", 3);
        switched("unknown; the audit trail does not tell", cut, Told.OPTIONS);
    }
}
