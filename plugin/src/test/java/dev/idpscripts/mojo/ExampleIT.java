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
        repo.file(script, repo.read(script) + "// edited\n");
        MavenRun.Result changed = maven.run("idp-scripts:plan").succeeded();
        assertEquals(
                List.of("  ~ script manager-default gets a new body, version 2 -> 3"),
                changed.lines("manager-default gets"));
        assertEquals(List.of("      +// edited"), changed.lines("edited"));
        assertEquals(List.of("Plan: change 1 of 16 scripts."), changed.lines("Plan: "));

        maven.run("idp-scripts:plan", "-Didp-scripts.failOnChanges").failed();
        assertEquals(
                List.of("Applied: change 1 script."),
                maven.run("idp-scripts:apply").succeeded().lines("Applied: "));
        assertEquals(
                1,
                maven.run("idp-scripts:plan").succeeded().lines("No changes.").size());
    }

    @Test
    void testsAndDryRuns() {
        Folders.copy(Path.of("../example-repo"), folder);
        MavenRun maven = MavenRun.in(folder);
        assertEquals(
                List.of("115 tests passed, 0 failed. 100 % of 304 lines reached"),
                maven.run("idp-scripts:test").succeeded().lines("tests passed"));
        assertEquals(
                List.of("115 tests passed, 0 failed. 100 % of 304 lines reached"),
                maven.run("idp-scripts:test", "-Didp-scripts.environment=production")
                        .succeeded()
                        .lines("tests passed"));
        assertEquals(
                List.of("Tried on the server: 115 tests passed, 0 failed."),
                maven.run("idp-scripts:apply").succeeded().lines("Tried on the server"));
        for (String where : List.of("embedded", "server")) {
            MavenRun.Result run = maven.run(
                            "idp-scripts:dry-run",
                            "-Didp-scripts.script=login-name",
                            "-Didp-scripts.context={attributes: {sn: Nowak}}",
                            "-Didp-scripts.version=2",
                            "-Didp-scripts.on=" + where)
                    .succeeded();
            assertEquals(List.of("  uid: nothing -> \"nowak\""), run.lines("uid"));
            assertEquals(1, run.lines("Dry run of Login name, version 2").size(), run.output());
        }
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
