package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.plan.attribution.EditedBody.files;
import static dev.idpscripts.plan.attribution.EditedBody.says;
import static dev.idpscripts.plan.attribution.EditedBody.server;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;

import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import org.junit.jupiter.api.Test;

/** Whose the body of a script is, by what commits said of it. */
class BodyPastAttributionTest {

    private static void withCommits(String expected, KnownServer server, Commits commits) {
        says(expected, server, "mine", Told.OPTIONS.with(commits.past()));
    }

    @Test
    void commitsTellMoreThanVersions() {
        KnownServer edited = server().versions("a", theirs("a", 3, "9"), pushed("a", 2, "2", REPOSITORY, ONE));
        String they = "; they pushed version 3 on 2026-03-04: \"quick fix\"";
        withCommits(
                "local edit; from version 2 of commit 1111111",
                edited,
                new Commits().then(ONE, files("2")).then(TWO, files("9")));
        withCommits(
                "drift" + they
                        + "; from version 2 of commit 1111111; it is again as commit 2222222 of Jo, \"work\", said",
                edited,
                new Commits().then(TWO, files("9")).then(ONE, files("2")));
        withCommits(
                "behind" + they + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                edited,
                new Commits().then(ONE, files("2")).beside(BESIDE, files("9")));
        withCommits(
                "conflict" + they + "; from version 2 of commit 1111111", edited, new Commits().then(ONE, files("2")));
    }

    @Test
    void aPushFromACommitThatLeadsElsewhereLeavesTheCheckoutBehind() {
        KnownServer pushed =
                server().versions("a", pushed("a", 3, "9", REPOSITORY, BESIDE), pushed("a", 2, "2", REPOSITORY, ONE));
        withCommits(
                "behind; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                pushed,
                new Commits().then(ONE, files("2")).beside(BESIDE, files("9")));
        withCommits(
                "behind; it was applied from commit bbbbbbb, which is not in this checkout",
                pushed,
                new Commits().then(ONE, files("2")).lacking(BESIDE));
        withCommits(
                "local edit; from version 3 of commit bbbbbbb",
                pushed,
                new Commits().then(ONE, files("2")).then(BESIDE, files("9")).then(TWO, files("3")));
    }

    @Test
    void aScriptIsFoundInCommitsUnderItsFormerNames() {
        KnownServer edited = server().versions("a", theirs("a", 3, "9"), pushed("a", 2, "2", REPOSITORY, ONE));
        Desired before = new Desired().script("was", ACTIVE, "9");
        Desired renamed = new Desired().script("a", "was", null, ACTIVE, "2");
        withCommits(
                "drift; they pushed version 3 on 2026-03-04: \"quick fix\"; from version 2 of commit 1111111;"
                        + " it is again as commit 2222222 of Jo, \"work\", said",
                edited,
                new Commits().then(TWO, before).then(ONE, renamed));
        withCommits(
                "local edit",
                server().versions("a", theirs("a", 3, "9")),
                new Commits().then(ONE, new Desired().script("b", "a", null, ACTIVE, "9")));
    }
}
