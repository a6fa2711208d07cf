package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that look and the emergency switch, with a real Maven, one after the other as in a bad night. */
class LookIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private MavenRun maven;

    @BeforeEach
    void applied() throws Exception {
        Repo.in(folder)
                .file("scripts/login-name.rhai", "output.login = attributes.sn;")
                .file("scripts/login-name.yaml", "name: Login name\n")
                .file("scripts/b.rhai", "2")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks:\n  before create:\n    - script: Login name\n    - script: b\n");
        maven = MavenRun.in(folder);
        git("init", "-q");
        commit();
        maven.run(goal("apply")).succeeded();
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "scripts", "bindings", "environments");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a change");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    private static String goal(String name) {
        return MavenRun.PLUGIN + ":" + name;
    }

    private MavenRun.Result run(String name, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = goal(name);
        System.arraycopy(options, 0, arguments, 1, options.length);
        return maven.run(arguments);
    }

    private JsonNode json(String name) throws Exception {
        return JSON.readTree(Files.readString(folder.resolve("target/idp-scripts/" + name + ".json")));
    }

    @Test
    void switchingOffShowsAsDriftUntilTheFileSaysSo() throws Exception {
        MavenRun.Result off = run("deactivate", "-Didp-scripts.script=Login name", "-Didp-scripts.reason=INC-77")
                .succeeded();
        assertEquals(1, off.lines("Applied: change 1 script.").size(), off.output());
        assertEquals(
                1,
                run("deactivate", "-Didp-scripts.script=Login name")
                        .succeeded()
                        .lines("Nothing to do")
                        .size());
        assertEquals(
                1,
                run("pipeline")
                        .succeeded()
                        .lines("Login name is inactive, so it does not run")
                        .size());
        MavenRun.Result status = run("status", "-Didp-scripts.status=inactive").succeeded();
        assertEquals(1, status.lines("1 script in sandbox").size(), status.output());
        MavenRun.Result plan = run("plan", "-Didp-scripts.failOnDrift").failed();
        assertEquals(1, plan.lines("made it inactive").size(), plan.output());
        Repo.in(folder).file("scripts/login-name.yaml", "name: Login name\nstatus: inactive\n");
        assertEquals(1, run("plan").succeeded().lines("No changes.").size());
        run("activate", "-Didp-scripts.script=Login name").succeeded();
        MavenRun.Result unknown =
                run("activate", "-Didp-scripts.script=Login nam").failed();
        assertTrue(unknown.output().contains("did you mean \"Login name\"?"), unknown.output());
    }

    @Test
    void lookingAround() throws Exception {
        run(
                        "dry-run",
                        "-Didp-scripts.script=Login name",
                        "-Didp-scripts.version=2",
                        "-Didp-scripts.on=server",
                        "-Didp-scripts.context={attributes: {sn: x}}")
                .succeeded();
        run("logs", "-Didp-scripts.from=24h", "-Didp-scripts.script=Login name").succeeded();
        JsonNode log = json("logs").at("/tables/0/rows/0");
        assertEquals("success", log.get("status").asText());
        MavenRun.Result one = run(
                        "logs", "-Didp-scripts.log=" + log.get("id").asText().substring(0, 8))
                .succeeded();
        assertEquals(1, one.lines("context: {\"attributes\":{\"sn\":\"x\"").size(), one.output());
        assertEquals(
                1,
                run("analytics")
                        .succeeded()
                        .lines("1 runs in 30 days, 100.0 % succeeded")
                        .size());
        run("audit", "-Didp-scripts.action=bound").succeeded();
        assertEquals(2, json("audit").at("/tables/0/rows").size());
        MavenRun.Result doctor = run("doctor").succeeded();
        assertEquals(1, doctor.lines("sandbox: all is well").size(), doctor.output());
        String quiet = maven.run("-q", goal("status"), "-Didp-scripts.format=json")
                .succeeded()
                .output();
        assertEquals(
                2,
                JSON.readTree(quiet.substring(quiet.indexOf('{')))
                        .at("/tables/0/rows")
                        .size());
        MavenRun.Result wrong = run("logs", "-Didp-scripts.status=bad").failed();
        assertTrue(wrong.output().contains("-Didp-scripts.status=bad is none of failure, success"), wrong.output());
        assertEquals(List.of(), maven.run("-q", goal("audit")).succeeded().lines("events"));
    }
}
