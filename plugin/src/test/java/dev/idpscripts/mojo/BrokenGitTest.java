package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Git breaks after an apply: what somebody does on the server then is not undone as if the files had been edited. */
@MojoTest(realRepositorySession = true)
class BrokenGitTest extends GoalFixture {

    private static final String WORDS = "Git cannot tell about ";

    private TestGit person;

    @BeforeEach
    void files() {
        use(Repo.in(folder).file(".gitignore", "target/\n").file("scripts/a.rhai", "let a = 1;\n"));
        person = new TestGit(folder);
        person.run("init", "-q");
        person.commit("first");
    }

    private void breakGit() {
        person.run("config", "core.repositoryformatversion", "99");
    }

    private ScriptStatus status() {
        return there(server -> server.scripts().byName("a").orElseThrow().status());
    }

    private JsonNode doctorsLine() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(repo.read("target/idp-scripts/doctor.json"))
                .at("/tables/0/rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("what").asText().equals("Git"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEmergencySwitchStays(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "deactivate") DeactivateMojo deactivate,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "pull") PullMojo pull,
            @InjectMojo(goal = "status") StatusMojo status)
            throws Exception {
        passes(apply, "APPLIED", "Applied: create 1 script.");
        breakGit();
        give(deactivate, "script", "a");
        passes(deactivate, "APPLIED", "Applied: change 1 script.");
        for (AbstractMojo goal : List.of(apply, plan, pull, status)) {
            refused(goal, "CONFIG", WORDS + folder.toRealPath(), "Nothing was changed");
        }
        assertEquals(ScriptStatus.INACTIVE, status());

        person.run("config", "-f", ".git/config", "core.repositoryformatversion", "0");
        refused(apply, "DRIFT", "script a (drift)");
        assertEquals(ScriptStatus.INACTIVE, status());
    }

    @Test
    void whatNeedsNoGitGoesOn(
            @InjectMojo(goal = "validate") ValidateMojo validate, @InjectMojo(goal = "test") TestMojo test)
            throws Exception {
        breakGit();
        passes(validate, "NO_CHANGES", "Valid: 1 script.");
        passes(test, "NO_CHANGES");
    }

    @Test
    void theDoctorHasALineForIt(@InjectMojo(goal = "doctor") DoctorMojo doctor) throws Exception {
        passes(doctor, "NO_CHANGES", "all is well");
        assertEquals("ok", doctorsLine().path("verdict").asText());
        assertEquals(
                "commit " + person.run("rev-parse", "--short=7", "HEAD"),
                doctorsLine().path("found").asText());
        breakGit();
        passes(doctor, "NO_CHANGES", "1 bad");
        assertEquals("bad", doctorsLine().path("verdict").asText());
        assertTrue(doctorsLine().path("found").asText().startsWith(WORDS), doctorsLine()::toString);
    }
}
