package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.testing.Repo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pull and init do for a user who types them. */
@MojoTest(realRepositorySession = true)
class PullGoalsTest extends GoalFixture {

    @BeforeEach
    void files() {
        use(new Repo(folder).file("environments/there.yaml", "url: sandbox\nvalues: {mail-domain: example.com}\n"));
    }

    private void makeOne() {
        meanwhile(server -> {
            UUID id = server.scripts().create("Login name", Optional.of("Ours")).id();
            server.versions().push(id, "Login name", new Body("\"x@example.com\"\n"), "by hand");
        });
    }

    @Test
    void aDryRunOnlyShows(@InjectMojo(goal = "pull") PullMojo dry, @InjectMojo(goal = "pull") PullMojo pull)
            throws Exception {
        makeOne();
        give(dry, "dryRun", true);
        String shown = passes(dry, "CHANGES");
        assertTrue(shown.contains("created    scripts/login-name.rhai"), shown);
        assertTrue(shown.contains("Nothing was written. It would be: 2 files created, 0 updated"), shown);
        assertFalse(Files.exists(folder.resolve("scripts")));
        passes(pull, "APPLIED");
        assertEquals("\"x@@@mail-domain@@\"\n", repo.read("scripts/login-name.rhai"));
        assertFalse(passes(pull, "NO_CHANGES").contains("scripts/login-name.rhai"));
        assertEquals(2, result().path("counts").path("unchanged").asInt());
    }

    @Test
    void aConflictFails(@InjectMojo(goal = "pull") PullMojo pull, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        makeOne();
        pull.execute();
        repo.file("scripts/login-name.rhai", "\"y\"\n");
        MojoFailureException e = assertThrows(MojoFailureException.class, pull::execute);
        assertTrue(e.getMessage().startsWith("files and server both changed: scripts/login-name.rhai"), e.getMessage());
        assertEquals("CONFLICT", result().path("outcome").asText());
        assertEquals("PULL_CONFLICT", result().path("error").path("code").asText());
        assertThrows(MojoFailureException.class, plan::execute);
    }

    @Test
    void aNewRepositoryHoldsTheServer(
            @InjectMojo(goal = "init") InitMojo init, @InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        makeOne();
        give(init, "from", "server");
        String said = passes(init, "APPLIED");
        assertTrue(said.contains("A new repository is in "), said);
        assertTrue(repo.read("pom.xml").contains("<idp-scripts.environment>there</idp-scripts.environment>"));
        assertFalse(Files.exists(folder.resolve("environments/sandbox.yaml")));
        assertTrue(Files.exists(folder.resolve(".idp-scripts/schemas/script.schema.json")));
        assertTrue(passes(plan, "NO_CHANGES").contains("No changes."));
        MojoFailureException e = assertThrows(MojoFailureException.class, init::execute);
        assertTrue(e.getMessage().contains("scripts/login-name.rhai"), e.getMessage());
        assertTrue(e.getMessage().contains("\n  mvn idp-scripts:pull "), e.getMessage());
    }

    /** The POM is a repository's name on the server, so it must be one that Maven takes, wherever the folder is. */
    @Test
    void anyFolderBecomesARepository(@InjectMojo(goal = "init") InitMojo init) throws Exception {
        for (String[] row : new String[][] {
            {"Zugänge [neu] (1)", null, "zugange-neu-1"},
            {"Identity_2.x", null, "Identity_2.x"},
            {"日本", null, "identity-scripts"},
            {"& <x>", "acme-identity", "acme-identity"}
        }) {
            Path begun = Files.createDirectory(folder.resolve(row[0]));
            give(init, "directory", begun.toFile());
            give(init, "artifactId", row[1]);
            passes(init, "APPLIED");
            assertTrue(
                    Files.readString(begun.resolve("pom.xml"))
                            .contains("<groupId>com.example</groupId>\n  <artifactId>" + row[2] + "</artifactId>"),
                    row[0]);
            assertTrue(Files.readString(begun.resolve(".mvn/jvm.config")).startsWith("-XX:TieredStopAtLevel=1 "));
        }
        give(init, "groupId", "com acme");
        MojoFailureException e = assertThrows(MojoFailureException.class, init::execute);
        assertTrue(e.getMessage().startsWith("-Didp-scripts.groupId=com acme cannot stand in a POM\n"), e.getMessage());
    }

    @Test
    void aNewRepositoryNeedsToKnowTheServer(@InjectMojo(goal = "init") InitMojo init) throws Exception {
        repo.delete("environments/there.yaml").delete("environments");
        give(init, "from", "server");
        MojoFailureException e = assertThrows(MojoFailureException.class, init::execute);
        assertTrue(e.getMessage().contains("such as environments/production.yaml, with two lines"), e.getMessage());
        give(init, "from", "sever");
        e = assertThrows(MojoFailureException.class, init::execute);
        assertTrue(e.getMessage().contains("did you mean \"server\"?"), e.getMessage());
        give(init, "from", "example");
        init.execute();
        assertTrue(Files.exists(folder.resolve("environments/sandbox.yaml")));
    }
}
