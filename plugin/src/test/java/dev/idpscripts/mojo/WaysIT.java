package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which people run it: with a POM, without one, in a build of several modules, in a new repository. */
class WaysIT {

    @TempDir
    Path folder;

    private static final String BUILD = """
              <build><plugins><plugin>
                <groupId>dev.idpscripts</groupId><artifactId>idp-scripts-maven-plugin</artifactId><version>%s</version>
                %s
              </plugin></plugins></build>
            """;

    private static String pom(String artifact, String content) {
        return """
            <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
              <groupId>test</groupId><artifactId>%s</artifactId><version>1</version><packaging>pom</packaging>
            %s
            </project>
            """.formatted(artifact, content);
    }

    private static String build(String executions) {
        return BUILD.formatted(System.getProperty("it.version"), executions);
    }

    @Test
    void aNewRepositoryWorksAtOnce() {
        MavenRun maven = MavenRun.in(folder);
        maven.run(MavenRun.PLUGIN + ":init").succeeded();
        assertEquals(
                List.of("Plan: create 2 scripts, 1 template and 3 bindings."),
                maven.run("idp-scripts:plan").succeeded().lines("Plan: "));
        assertEquals(
                1,
                maven.run("idp-scripts:apply").succeeded().lines("Read again").size());
        assertEquals(
                1,
                maven.run("idp-scripts:plan").succeeded().lines("No changes.").size());

        MavenRun.Result again = maven.run("idp-scripts:init").failed();
        assertTrue(again.output().contains("a new repository would overwrite files in "), again.output());
    }

    @Test
    void withoutAPom() {
        Repo.in(folder).file("scripts/a.rhai", "1");
        MavenRun.Result plan =
                MavenRun.in(folder).run(MavenRun.PLUGIN + ":plan").succeeded();
        assertEquals(List.of("Plan: create 1 script."), plan.lines("Plan: "));
        assertTrue(Files.exists(folder.resolve("target/idp-scripts/result.json")));
        assertFalse(Files.exists(folder.resolve("${project.basedir}")), "a folder with an unresolved name");
    }

    @Test
    void aBuildOfSeveralModulesOnce() {
        Repo.in(folder)
                .file("scripts/a.rhai", "1")
                .file(
                        "pom.xml",
                        pom(
                                "root",
                                "<modules><module>one</module><module>two</module></modules>"
                                        + build(
                                                "<executions><execution><phase>validate</phase><goals><goal>plan</goal></goals>"
                                                        + "</execution></executions>")))
                .file("one/pom.xml", child("one"))
                .file("two/pom.xml", child("two"));
        MavenRun maven = MavenRun.in(folder);
        assertEquals(
                1, maven.run("idp-scripts:plan").succeeded().lines("Plan: ").size());
        MavenRun.Result bound = maven.run("validate").succeeded();
        assertEquals(1, bound.lines("Plan: ").size());
        assertEquals(2, bound.lines("Skipped in this module").size());
    }

    /** A module that inherits from the root, but not its runs of the plugin. */
    private static String child(String artifact) {
        return """
            <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
              <parent><groupId>test</groupId><artifactId>root</artifactId><version>1</version></parent>
              <artifactId>%s</artifactId><packaging>pom</packaging>
            </project>
            """.formatted(artifact);
    }

    @Test
    void fromElsewhereWithAFile() throws Exception {
        Repo.in(folder.resolve("repo")).file("scripts/a.rhai", "1").file("pom.xml", pom("x", build("")));
        Files.createDirectories(folder.resolve("elsewhere"));
        MavenRun.in(folder.resolve("elsewhere"))
                .run("-f", "../repo/pom.xml", "idp-scripts:plan")
                .succeeded();
        assertTrue(Files.exists(folder.resolve("repo/target/idp-scripts/plan.json")));
    }

    @Test
    void quietlyAndWithAllThatMavenCanSay() {
        Repo.in(folder).file("scripts/a.rhai", "1").file("pom.xml", pom("x", build("")));
        MavenRun maven = MavenRun.in(folder);
        // Some Mavens reset the terminal's colour even so.
        String quiet = maven.run("-q", "idp-scripts:plan").succeeded().output();
        assertEquals("", quiet.replaceAll("\u001B\\[[0-9;]*m", "").strip());
        assertEquals(
                List.of(),
                maven.run("idp-scripts:plan", "-Didp-scripts.skip").succeeded().lines("Plan"));
        String debug = maven.run("-X", "idp-scripts:apply").succeeded().output();
        assertTrue(debug.contains("POST /governance/scripts -> 201"), debug);
        assertFalse(debug.contains("xavyo_sk_"), "a token in -X output");
    }

    @Test
    void helpExplainsEachGoal() {
        String help = MavenRun.in(folder)
                .run(MavenRun.PLUGIN + ":help", "-Ddetail")
                .succeeded()
                .output();
        for (String expected : List.of(
                "idp-scripts:plan",
                "idp-scripts:apply",
                "idp-scripts:sandbox",
                "idp-scripts:init",
                "-Didp-scripts.environment=production",
                "User property: idp-scripts.prune")) {
            assertTrue(help.contains(expected), expected + " is not in\n" + help);
        }
    }
}
