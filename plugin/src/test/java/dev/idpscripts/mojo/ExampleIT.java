package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Folders;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example, copied away from this project, as a newcomer uses it. */
class ExampleIT {

    @TempDir
    Path folder;

    @Test
    void planApplyEditPlanApplyPlan() {
        Folders.copy(Path.of("../example-repo"), folder);
        Repo repo = new Repo(folder);
        MavenRun maven = MavenRun.in(folder);

        MavenRun.Result first = maven.run("idp-scripts:plan").succeeded();
        assertEquals(List.of("Plan: create 16 scripts, 4 templates and 28 bindings."), first.lines("Plan: "));
        assertTrue(repo.read("target/idp-scripts/result.json").contains("\"outcome\" : \"CHANGES\""));

        MavenRun.Result applied = maven.run("idp-scripts:apply").succeeded();
        assertEquals(List.of("Read again: the server holds what the files declare."), applied.lines("Read again"));
        assertTrue(repo.read("target/idp-scripts/result.json").contains("\"outcome\" : \"APPLIED\""));

        assertEquals(
                1,
                maven.run("idp-scripts:plan").succeeded().lines("No changes.").size());
        assertTrue(repo.read("target/idp-scripts/result.json").contains("\"outcome\" : \"NO_CHANGES\""));

        String script = "scripts/organisation/manager-default.rhai";
        repo.file(script, repo.read(script) + "log_info(\"edited\");\n");
        MavenRun.Result changed = maven.run("idp-scripts:plan").succeeded();
        assertEquals(
                List.of("  ~ script manager-default gets a new body, version 2 -> 3"),
                changed.lines("manager-default gets"));
        assertEquals(List.of("      +log_info(\"edited\");"), changed.lines("edited"));
        assertEquals(List.of("Plan: change 1 script."), changed.lines("Plan: "));

        maven.run("idp-scripts:plan", "-Didp-scripts.failOnChanges").failed();
        assertEquals(
                List.of("Applied 1 change."),
                maven.run("idp-scripts:apply").succeeded().lines("Applied "));
        assertEquals(
                1,
                maven.run("idp-scripts:plan").succeeded().lines("No changes.").size());
    }

    @Test
    void itsBuildShowsTheWholeWayAndNeverLeavesTheSandbox() {
        Folders.copy(Path.of("../example-repo"), folder);
        MavenRun.Result build = MavenRun.in(folder)
                .run("verify", "-Didp-scripts.environment=production")
                .succeeded();

        assertEquals(
                List.of("Plan: create 16 scripts, 4 templates and 28 bindings."),
                build.lines("Plan: create").stream().distinct().toList());
        assertEquals(1, build.lines("Read again").size());
        assertEquals(1, build.lines("No changes.").size());
        assertFalse(build.output().contains("production"), build.output());
    }
}
