package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody did after a run to scripts that it made or switched. */
class DisturbedScriptsTest {

    private static final String BEFORE = ": as it was before run R";
    private static final String SOMEBODY = "; drift; somebody ";

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", "old", ACTIVE, "1", REPOSITORY);
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").connector("LDAP");
    }

    private static RecordedRun story(FakeServer server, Desired files, Desired somebody) {
        RecordedRun run = new RecordedRun(server, files);
        server.apply(server.plan(somebody, true));
        return run;
    }

    @Test
    void whatTheRunLeftActiveAndSomebodySwitchedOffIsToldIfItIsSwitchedAgain() {
        FakeServer server = new FakeServer().script("a", ACTIVE, "1");
        RecordedRun run =
                story(server, new Desired().script("a", INACTIVE, "1"), new Desired().script("a", ACTIVE, "1"));
        assertEquals(List.of(), RecordedRun.told(run.reversal()));
    }

    private static List<String> deletes(StoredVersion... newestFirst) {
        FakeServer server = server();
        RecordedRun run = new RecordedRun(server, files().script("b", ACTIVE, "1"));
        UUID made = server.inventory().scripts().get(1).id();
        return RecordedRun.told(run.history(made, newestFirst).reversal());
    }

    @Test
    void whatSomebodyPushedToAScriptThatGoesIsTold() {
        StoredVersion ours = KnownServer.pushed("b", 2, "1", REPOSITORY, Commits.ONE);
        String goes = "delete script b: run R made it";
        assertEquals(List.of(goes), deletes(ours));
        assertEquals(List.of(goes), deletes(KnownServer.pushed("b", 3, "2", REPOSITORY, Commits.TWO), ours));
        assertEquals(List.of(goes), deletes(KnownServer.theirs("b", 2, "1")));
        assertEquals(
                List.of(goes + "; drift; user " + THEM + " pushed version 3 on 2026-03-04 00:00 UTC: \"quick fix\""),
                deletes(KnownServer.theirs("b", 3, "9"), ours));
    }

    @Test
    void aScriptOfWhichNoAnswerWasHeardIsTakenForTheRunsOnlyIfNobodyElseEverPushedIt() {
        FakeServer server = server();
        RecordedRun run = new RecordedRun(server, files().script("b", ACTIVE, "1")).inTheDark();
        UUID made = server.inventory().scripts().get(1).id();
        StoredVersion ours = KnownServer.pushed("b", 2, "1", REPOSITORY, Commits.ONE);
        StoredVersion stub = KnownServer.version("b", 1, "// New script", null, THEM);
        assertEquals(
                List.of("delete script b: run R made it"),
                RecordedRun.told(run.history(made, ours, stub).reversal()));
        assertEquals(
                List.of(),
                RecordedRun.told(
                        run.history(made, ours, KnownServer.theirs("b", 1, "9")).reversal()));
        assertEquals(List.of(), RecordedRun.told(run.history(made).reversal()));
    }

    @Test
    void whatTheRunSwitchedOffAndSomebodyOnIsToldWhereItGoesOffAgain() {
        RecordedRun run = story(
                new FakeServer().script("a", DRAFT, "1"),
                new Desired().script("a", INACTIVE, "1"),
                new Desired().script("a", ACTIVE, "1"));
        assertEquals(
                List.of("deactivate script a" + BEFORE + SOMEBODY + "made it active since"),
                RecordedRun.told(run.reversal()));
    }
}
