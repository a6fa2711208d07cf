package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** A bad script is live: the old one is back in one command, and everybody can see who did that and why. */
@MojoTest(realRepositorySession = true)
class RollbackGoalsTest extends VersionsFixture {

    private static final String WHO = System.getProperty("user.name");

    private static UUID id(Server server, String name) {
        return server.scripts().byName(name).orElseThrow().id();
    }

    private List<StoredVersion> history(String name) {
        List<StoredVersion> all = new ArrayList<>();
        meanwhile(server -> all.addAll(server.versions().all(id(server, name), name)));
        return all;
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    @MojoParameter(name = "reason", value = "logins fail")
    void aStepBackSaysWhoAndWhyAndShowsInTheNextPlan(
            @InjectMojo(goal = "rollback") RollbackMojo rollback, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        String said = passes(
                rollback,
                "APPLIED",
                "  ~ script a gets a new body, version 3 -> 4",
                "rollback: it gets the body of version 2 (commit 1111111) again",
                "user a0000000-0000-4000-8000-000000000003 pushed version 3 from repository ",
                "-let a = 3;",
                "+let a = 2;",
                "The old bodies compile.",
                "applied  update script a (as version 4, from version 2 (commit 1111111))",
                "Read again: everything is as the plan says.",
                "Files and server differ now:\n  script a\n",
                "mvn idp-scripts:pull");
        assertTrue(said.contains("Journal: run "), said);
        StoredVersion newest = history("a").get(0);
        assertEquals(4, newest.versionNumber());
        assertEquals("let a = 2;\n", newest.scriptBody());
        assertEquals(
                "Rolled back by " + WHO + " to version 2 (commit 1111111): logins fail", newest.changeDescription());
        passes(plan, "DRIFT", "drift: the file differs from version 4", "\"Rolled back by " + WHO + " to version 2");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunOnlyShows(@InjectMojo(goal = "rollback") RollbackMojo rollback) throws Exception {
        passes(rollback, "CHANGES", "version 3 -> 4", "Nothing was changed: -Didp-scripts.dryRun only shows.");
        assertEquals(3, history("a").size());
    }

    @Test
    @MojoParameter(name = "script", value = "scripts/a.rhai,b")
    @MojoParameter(name = "toCommit", value = "1111111")
    void severalScriptsGoBackToACommit(@InjectMojo(goal = "rollback") RollbackMojo rollback) throws Exception {
        repo.file("scripts/broken.yaml", "a: b: c");
        passes(
                rollback,
                "APPLIED",
                "Note: script b is there already: version 2 is the current one.",
                "Applied: change 1 script.");
        passes(rollback, "NO_CHANGES", "its current version 4 has the body of version 2", "Nothing to roll back.");
        assertEquals(4, history("a").size());
        assertEquals(2, history("b").size());
    }

    @Test
    @MojoParameter(name = "script", value = "*")
    void whereThereIsNothingToGoBackToNothingIsDone(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        fails(
                rollback,
                "INVALID",
                "1 of 2 scripts cannot go back:\n  script b: before that it had only the empty version",
                "Nothing was changed.");
        give(rollback, "steps", 7);
        fails(
                rollback,
                "INVALID",
                "script a: there is nothing so far back: it has versions 1 to 3",
                "script b: there is nothing so far back: it has versions 1 to 2");
        give(rollback, "steps", null);
        give(rollback, "toVersion", 3);
        fails(rollback, "INVALID", "script b: it has no version 3; it has versions 1 to 2");
        give(rollback, "toVersion", null);
        give(rollback, "toCommit", "2222222");
        fails(
                rollback,
                "INVALID",
                "script b: no version of it was pushed from commit 2222222; the newest are from 1111111 (version 2)");
        assertEquals(3, history("a").size());
    }

    @Test
    void whatCannotBeMeantIsToldBeforeAnythingIsSent(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        fails(rollback, "CONFIG", "no script was named");
        give(rollback, "script", "c");
        fails(rollback, "CONFIG", "there is no script \"c\", neither on the server nor in the files");
        give(rollback, "steps", 0);
        fails(rollback, "CONFIG", "-Didp-scripts.steps=0 leads nowhere");
        give(rollback, "toVersion", 2);
        fails(rollback, "CONFIG", "-Didp-scripts.toVersion and -Didp-scripts.steps were given together");
        give(rollback, "steps", null);
        give(rollback, "toVersion", null);
        give(rollback, "toCommit", "main");
        fails(rollback, "CONFIG", "-Didp-scripts.toCommit=main is not a commit");
        give(rollback, "toCommit", null);
        give(rollback, "toApply", "20260301-000000-000");
        fails(rollback, "CONFIG", "has no run 20260301-000000-000\nIt has none at all");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void anOldBodyThatDoesNotCompileStaysWhereItIs(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        meanwhile(server -> {
            push(server, id(server, "a"), "a", "let a = ;\n", NEW);
            push(server, id(server, "a"), "a", "let a = 5;\n", NEW);
        });
        fails(rollback, "INVALID", "an old body does not compile any more");
        assertEquals(5, history("a").size());
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void aWedgedScriptIsExplained(@InjectMojo(goal = "rollback") RollbackMojo rollback) throws Exception {
        repo.file("faults.yaml", """
                - operation: POST /governance/scripts/{id}/rollback
                  fault: wedge
                """);
        give(rollback, "reason", "logins fail");
        giveFaults(rollback, folder.resolve("faults.yaml"));
        fails(rollback, "PARTIAL", "not everything went back. Applied 0 of 1 step; 1 failed", "-Didp-scripts.script=a");
        giveFaults(rollback, null);
        fails(
                rollback,
                "INVALID",
                "script a: it is wedged on the server: version 4 was stored",
                "-Didp-scripts.recreateWedged");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void whatCannotBeReadAfterwardsDoesNotHideWhatCameOfIt(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        // The lists are read for the plan (an empty one three times), before the first write, to compare with the files
        // (which fails), and to see that it holds.
        repo.file("faults.yaml", "- {operation: GET /connectors, call: 5, times: 1, fault: error-before}\n");
        giveFaults(rollback, folder.resolve("faults.yaml"));
        passes(
                rollback,
                "APPLIED",
                "Applied: change 1 script.",
                "Whether files and server differ now could not be read: ",
                "Read again: everything is as the plan says.");
        assertEquals("let a = 2;\n", history("a").get(0).scriptBody());
    }

    private static void giveFaults(RollbackMojo goal, Path file) throws ReflectiveOperationException {
        give(goal, "sandboxFaults", file == null ? null : file.toFile());
    }
}
