package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code -Didp-scripts.at}: the repository as it was, whatever lies in the folder. */
@MojoTest(realRepositorySession = true)
class CommitGoalsTest extends GoalFixture {

    private String first;

    @BeforeEach
    void history() {
        use(Repo.in(folder)
                .file(".gitignore", "target/\n.idp-scripts/local/\n")
                .file("scripts/a.rhai", "output.a = \"@@mail-domain@@\";\n")
                .file(
                        "scripts/a.tests.yaml",
                        "tests:\n  - {name: says one, context: {}, expect: {output: {a: example.com}}}\n"));
        git("init", "-q");
        first = new TestGit(folder).commit("first");
        repo.file("scripts/a.rhai", "output.a = 2;\n")
                .file("scripts/new.rhai", "1;\n")
                .delete("scripts/a.tests.yaml");
        repo.file("environments/sandbox.yaml", "url: sandbox\n");
        new TestGit(folder).commit("second");
        // What lies there cannot even be read.
        repo.file("scripts/a.yaml", "status: nonsense\n");
    }

    private String git(String... arguments) {
        return new TestGit(folder).run(arguments);
    }

    private String body() {
        return there(server -> server.versions()
                .get(server.scripts().byName("a").orElseThrow().id(), "a", 2)
                .orElseThrow()
                .scriptBody());
    }

    @Test
    void isPlannedAndAppliedAsItWas(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        refused(plan, "INVALID", "1 problem in the files");
        give(plan, "at", "HEAD~1");
        String said = passes(plan, "CHANGES", "Plan: create 1 script.", "files at commit " + first.substring(0, 7));
        assertFalse(said.contains("uncommitted"), said);
        give(apply, "at", first);
        passes(apply, "APPLIED", "Applied: create 1 script.");
        assertEquals("output.a = \"example.com\";\n", body());
        give(plan, "at", "HEAD~1");
        passes(plan, "NO_CHANGES");
    }

    @Test
    void knowsWhatTheFilesSaidWhenItTellsWhoseChangeItIs(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        give(apply, "at", first);
        apply.execute();
        meanwhile(server -> server.versions()
                .push(server.scripts().byName("a").orElseThrow().id(), "a", new Body("output.a = 3;\n"), "fix"));
        give(plan, "at", first);
        said();
        passes(plan, "DRIFT", "drift: the file differs from version 3");
        give(plan, "at", "HEAD");
        passes(plan, "CONFLICT", "conflict: the file differs from version 3");
    }

    @Test
    void whereToIsAsItIsNow(@InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        repo.file("environments/sandbox.yaml", "url: sandbox\ntenant: 00000000-0000-0000-0000-000000000002\n");
        give(plan, "at", first);
        passes(plan, "CHANGES", "tenant 00000000-0000-0000-0000-000000000002", "output.a = \"example.com\"");
    }

    @Test
    void isExaminedAndTested(
            @InjectMojo(goal = "validate") ValidateMojo validate, @InjectMojo(goal = "test") TestMojo test)
            throws Exception {
        give(validate, "at", first);
        passes(validate, "NO_CHANGES");
        give(test, "at", first);
        passes(test, "NO_CHANGES", "1 test passed, 0 failed");
        give(test, "update", true);
        refused(test, "CONFIG", "they cannot be written", "mvn idp-scripts:test");
    }

    @Test
    void isCompared(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "diff") DiffMojo diff,
            @InjectMojo(goal = "status") StatusMojo status,
            @InjectMojo(goal = "pull") PullMojo pull)
            throws Exception {
        give(apply, "at", "HEAD");
        apply.execute();
        said();
        give(diff, "script", "a");
        give(diff, "at", first);
        passes(diff, "CHANGES", "+output.a = \"example.com\";");
        give(status, "at", first);
        passes(status, "NO_CHANGES", "local edit", "in no file");
        give(pull, "at", first);
        refused(pull, "CONFIG", "they cannot be written", "-Didp-scripts.dryRun");
        give(pull, "dryRun", true);
        passes(pull, "CHANGES", "scripts/new.rhai");
        assertTrue(repo.read("scripts/a.yaml").contains("nonsense"));
    }

    @Test
    void whatItMeansIsNeverGuessed(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "status") StatusMojo status)
            throws Exception {
        give(plan, "at", "v9");
        refused(plan, "CONFIG", "-Didp-scripts.at=v9: this clone has no such commit", "git fetch --tags");
        give(plan, "at", first);
        plan.execute();
        give(apply, "plan", folder.resolve("target/idp-scripts/plan.json").toFile());
        give(apply, "at", first);
        refused(apply, "CONFIG", "a saved plan has its commit", "mvn idp-scripts:plan");
        give(apply, "at", null);
        passes(apply, "APPLIED");
        give(status, "at", first);
        give(status, "environments", List.of("sandbox"));
        refused(status, "CONFIG", "nothing to take from a commit");
    }
}
