package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.plan.pull.PulledScript.becomes;
import static dev.idpscripts.plan.pull.PulledScript.files;
import static dev.idpscripts.plan.pull.PulledScript.server;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which body a file has after a pull, and what becomes of scripts that only one side has. */
class BodyPullTest {

    @Test
    void bodiesThatSomebodyPushedComeIn() {
        KnownServer edited = server(ACTIVE).versions("a", theirs("a", 3, "9"), pushed("a", 2, "1", REPOSITORY, ONE));
        becomes("a, active, text: server's [9]", files("1"), edited);
        becomes("a, active, text: file's", files("2"), server(ACTIVE));
        becomes("a, active, text: file's", files("1"), server(ACTIVE));
    }

    @Test
    void bodiesThatBothChangedAreMergedWithWhatBothCameFrom() {
        KnownServer edited =
                server(ACTIVE).versions("a", theirs("a", 3, "1\n2\n9"), pushed("a", 2, "1\n2\n3", REPOSITORY, ONE));
        becomes("a, active, text: lines 0-1, lines 1-2, server's [9]", files("0\n2\n3"), edited);
        becomes(
                "a, active, text: lines 0-2, both 2-3 of [3] (version 2, which this repository pushed) and [9] (server, version 3)",
                files("1\n2\n4"),
                edited);
    }

    @Test
    void bodiesThatWereNeverOursAreComparedLineByLine() {
        becomes(
                "a, active, text: lines 0-1, both 1-2 of [] and [9] (server, version 3), lines 2-3",
                files("1\n2\n3"),
                server(ACTIVE).versions("a", theirs("a", 3, "1\n9\n3")));
    }

    @Test
    void aConflictThatNobodySolvedIsNotMarkedAgain() {
        becomes(
                "a, active, text: file's",
                files("<<<<<<< files\n1\n=======\n2\n>>>>>>> server\n"),
                server(ACTIVE).versions("a", theirs("a", 3, "9")));
    }

    @Test
    void aScriptWithoutABodyOnTheServerBringsNone() {
        becomes(
                "a, active, -: file's",
                new Desired().script("a", ACTIVE, "1"),
                new KnownServer(new FakeServer().script("a", ACTIVE, "1").withoutVersion("a")));
    }

    @Test
    void whatNoFileDeclaresIsDeclaredUnlessItIsToGo() {
        FakeServer fake = new FakeServer()
                .script("b", "described", INACTIVE, "2", null)
                .script("a", ACTIVE, "1\n")
                .script("own", ACTIVE, "1")
                .system("own")
                .script("gone", ACTIVE, "1");
        becomes(
                List.of("a, active, -: server's [1, ]", "b, inactive, described: server's [2]"),
                new Desired().removed("gone"),
                new KnownServer(fake),
                Told.OPTIONS);
    }

    @Test
    void whatNoFileCanDeclareIsTold() {
        FakeServer fake = new FakeServer()
                .script(" ", ACTIVE, "1")
                .script("empty", ACTIVE, "1")
                .withoutVersion("empty");
        UUID blank = FakeServer.id(" ");
        assertEquals(
                List.of(
                        "a script on the server has a blank name, which no file can declare: " + blank,
                        "script empty has no body on the server, so there is nothing to pull"),
                PulledWords.pull(new Desired(), fake.inventory(), Told.OPTIONS).remarks());
        becomes(List.of(), new Desired(), new KnownServer(fake), Told.OPTIONS);
    }

    @Test
    void aScriptThatSomebodyDeletedStaysAndIsTold() {
        String label = pushed("a", 2, "1", REPOSITORY, ONE).changeDescription();
        KnownServer deleted = new KnownServer(new FakeServer().script("b", ACTIVE, "1"))
                .current(pushed("b", 2, "1", REPOSITORY, ONE))
                .did(US, "version_created", "a", 2, "change_description", label);
        Desired both = new Desired().script("b", ACTIVE, "1").script("a", ACTIVE, "1");
        becomes(List.of("a, active, -: file's", "b, active, -: file's"), both, deleted, Told.OPTIONS);
        becomes(
                List.of(
                        "a, active, -: file's; note somebody deleted it on the server; delete the file, or apply to make it again",
                        "b, active, -: file's"),
                both,
                deleted.deleted(THEM, "a", 3),
                Told.OPTIONS);
    }

    @Test
    void eachScriptIsJudgedByItsOwnChanges() {
        KnownServer two = new KnownServer(
                        new FakeServer().script("a", ACTIVE, "1").script("b", ACTIVE, "1"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .versions("b", theirs("b", 3, "9"), pushed("b", 2, "1", REPOSITORY, ONE));
        becomes(
                List.of("a, active, -: file's", "b, active, -: server's [9]"),
                new Desired().script("a", ACTIVE, "2").script("b", ACTIVE, "1"),
                two,
                Told.OPTIONS);
    }
}
