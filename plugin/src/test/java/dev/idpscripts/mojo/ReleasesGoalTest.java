package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was applied when, from which commit, where an environment is now, and the way back. */
@MojoTest(realRepositorySession = true)
class ReleasesGoalTest extends GoalFixture {

    private TestGit git;

    @BeforeEach
    void history() {
        use(Repo.in(folder)
                .file(".gitignore", "target/\n.idp-scripts/\n")
                .file("environments/sandbox.yaml", "url: sandbox\n"));
        git = new TestGit(folder);
        git.run("init", "-q", "-b", "main");
    }

    private String commit(int n) {
        repo.file("scripts/a.rhai", "output.a = " + n + ";\n");
        return git.commit("Commit " + n).substring(0, 7);
    }

    private String apply(ApplyMojo apply, int n) throws Exception {
        String commit = commit(n);
        passes(apply, "APPLIED");
        return commit;
    }

    @Test
    void backToTheReleaseBeforeAndFurther(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "releases") ReleasesMojo releases,
            @InjectMojo(goal = "status") StatusMojo status)
            throws Exception {
        String first = apply(apply, 1);
        String second = apply(apply, 2);
        String third = apply(apply, 3);
        passes(
                releases,
                "NO_CHANGES",
                "3 releases to sandbox, newest first",
                "applied  " + third + "  Commit 3",
                "sandbox is at commit " + third + " \"Commit 3\", level with HEAD.");
        give(rollback, "toRelease", "previous");
        give(rollback, "reason", "logins fail");
        String said = passes(
                rollback,
                "APPLIED",
                "Going back to the release of commit " + second,
                "before commit " + third,
                "+output.a = 2;");
        assertEquals(1, said.split("Environment sandbox:", -1).length - 1, said);
        String behind =
                "sandbox is at commit " + second + " \"Commit 2\", 1 commit behind HEAD: " + third + " \"Commit 3\".";
        passes(releases, "NO_CHANGES", "rolled back  " + second, ": logins fail", behind);
        String table = passes(status, "NO_CHANGES", behind);
        assertTrue(table.contains("  " + second + "  "), table);
        passes(rollback, "APPLIED", "Going back to the release of commit " + first, "before commit " + second);
        fails(rollback, "CONFIG", "sandbox has no release before the current one", "idp-scripts:releases");
        give(rollback, "toRelease", third);
        passes(rollback, "APPLIED", "Going back to the release of commit " + third, "+output.a = 3;");
    }

    @Test
    void whatIsNoRelease(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        give(rollback, "toRelease", "previous");
        commit(0);
        fails(rollback, "CONFIG", "sandbox has no release before the current one", "No release to it names a commit.");
        String known = apply(apply, 1);
        give(rollback, "toRelease", "abcdef0");
        fails(rollback, "CONFIG", "sandbox has no release of commit abcdef0", "Released were " + known);
        give(rollback, "toRelease", "last");
        fails(rollback, "CONFIG", "-Didp-scripts.toRelease=last is neither \"previous\" nor a commit");
        give(rollback, "toRelease", "previous");
        give(rollback, "script", "a");
        fails(rollback, "CONFIG", "-Didp-scripts.toRelease goes back with everything");
        give(rollback, "script", null);
        give(rollback, "steps", "1");
        fails(rollback, "CONFIG", "-Didp-scripts.toRelease and -Didp-scripts.steps were given together");
    }

    @Test
    void severalEnvironmentsBesideEachOther(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "releases") ReleasesMojo releases)
            throws Exception {
        String first = apply(apply, 1);
        String second = commit(2);
        repo.file("environments/other.yaml", "url: sandbox\n");
        give(releases, "environments", List.of("other", "sandbox"));
        passes(
                releases,
                "NO_CHANGES",
                "2 environments",
                "other is at commit " + first + " \"Commit 1\", 1 commit behind HEAD: " + second + " \"Commit 2\".",
                "sandbox is at commit " + first + " \"Commit 1\", level with other.");
        give(releases, "from", "7d");
        fails(releases, "CONFIG", "-Didp-scripts.environments shows where each is now");
    }

    @Test
    void aCommitThatThisCloneDoesNotHave(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "status") StatusMojo status)
            throws Exception {
        commit(0);
        String lost = apply(apply, 1);
        git.run("reset", "-q", "--soft", "HEAD~1");
        git.run("reflog", "expire", "--expire=now", "--all");
        git.run("gc", "-q", "--prune=now");
        passes(status, "NO_CHANGES", "sandbox is at commit " + lost + ", which this clone does not have.", "git fetch");
    }

    @Test
    @MojoParameter(name = "limit", value = "1")
    void forMachines(@InjectMojo(goal = "releases") ReleasesMojo releases) throws Exception {
        String head = git.commit("Begin");
        meanwhile(server -> {
            var a = VersionsFixture.make(server, "a", "let a = 1;\n", head);
            VersionsFixture.push(server, a, "a", "let a = 2;\n", VersionsFixture.NEW);
            server.scripts().activate(a, "a");
        });
        passes(releases, "NO_CHANGES", "1 release to sandbox");
        JsonNode tables = new ObjectMapper()
                .readTree(repo.read("target/idp-scripts/releases.json"))
                .at("/tables");
        JsonNode row = tables.at("/0/rows/0");
        assertEquals(1, tables.at("/0/rows").size());
        assertEquals("applied", row.at("/what").asText());
        assertEquals(VersionsFixture.NEW, row.at("/commit").asText());
        assertEquals(2, row.at("/changes").asInt());
        assertEquals(1, row.at("/counts/activated").asInt());
        assertEquals("a", row.at("/scripts/0").asText());
        JsonNode now = tables.at("/1/rows/0");
        assertEquals("sandbox", now.at("/environment").asText());
        assertEquals("HEAD", now.at("/compared with").asText());
        assertFalse(now.at("/behind").isInt());
    }
}
