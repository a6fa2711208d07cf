package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

/** A bad script is live: the old one is back in one command, and everybody can see who did that and why. */
@MojoTest(realRepositorySession = true)
class RollbackGoalsTest {

    private static final String OLD = "1111111111111111111111111111111111111111";
    private static final String NEW = "2222222222222222222222222222222222222222";
    private static final String WHO = System.getProperty("user.name");

    @TempDir
    Path folder;

    @Inject
    MavenSession session;

    @Inject
    Log log;

    private Repo repo;

    /** Version 2 of script a is good, version 3 is not; script b has only what was pushed first. */
    @BeforeEach
    void files() {
        repo = Repo.in(folder)
                .file("scripts/a.rhai", "let a = 3;\n")
                .file("environments/sandbox.yaml", "url: sandbox\n")
                .folder("target");
        set("directory", folder.toString());
        set("outputDirectory", folder.resolve("target/idp-scripts").toString());
        set("repository", "acme");
        meanwhile(server -> {
            UUID a = make(server, "a", "let a = 2;\n", OLD);
            push(server, a, "a", "let a = 3;\n", NEW);
            make(server, "b", "let b = 2;\n", OLD);
        });
    }

    private static UUID make(Server server, String name, String body, String commit) {
        UUID id = server.scripts().create(name, Optional.empty()).id();
        push(server, id, name, body, commit);
        return id;
    }

    private static void push(Server server, UUID id, String name, String text, String commit) {
        Body body = new Body(text);
        server.versions()
                .push(
                        id,
                        name,
                        body,
                        Provenance.of("work", "acme", commit, body).format());
    }

    private void set(String option, String value) {
        session.getUserProperties().setProperty("idp-scripts." + option, value);
    }

    /** Somebody else works on the server between two goals. */
    private void meanwhile(Consumer<Server> work) {
        Optional<Path> place = Optional.of(folder.resolve("target/idp-scripts/sandbox"));
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, place, "token", Environment.SYSTEM_TENANT, List.of()))) {
            work.accept(Client.colleague(sandbox).server());
        }
    }

    private static UUID id(Server server, String name) {
        return server.scripts().byName(name).orElseThrow().id();
    }

    private List<StoredVersion> history(String name) {
        List<StoredVersion> all = new ArrayList<>();
        meanwhile(server -> all.addAll(server.versions().all(id(server, name), name)));
        return all;
    }

    private String said() {
        ArgumentCaptor<CharSequence> infos = ArgumentCaptor.forClass(CharSequence.class);
        ArgumentCaptor<CharSequence> warnings = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).info(infos.capture());
        verify(log, atLeast(0)).warn(warnings.capture());
        String said = String.join("\n", infos.getAllValues()) + "\n" + String.join("\n", warnings.getAllValues());
        clearInvocations(log);
        return said;
    }

    private String outcome() throws IOException {
        return new ObjectMapper()
                .readTree(repo.read("target/idp-scripts/result.json"))
                .path("outcome")
                .asText();
    }

    private String passes(AbstractMojo goal, String outcome, String... texts) throws Exception {
        goal.execute();
        String said = said();
        for (String text : texts) {
            assertTrue(said.contains(text), text + " is not in " + said);
        }
        assertEquals(outcome, outcome());
        return said;
    }

    private void fails(AbstractMojo goal, String outcome, String... texts) throws IOException {
        Exception e = assertThrows(Exception.class, goal::execute);
        for (String text : texts) {
            assertTrue(e.getMessage().contains(text), text + " is not in " + e.getMessage());
        }
        assertFalse(e instanceof IdpScriptsException, e.toString());
        assertEquals(outcome, outcome());
        said();
    }

    /** As -D does, but after the goal was made. */
    private static void give(RollbackMojo goal, String parameter, Object value) throws ReflectiveOperationException {
        Field field = RollbackMojo.class.getDeclaredField(parameter);
        field.setAccessible(true);
        field.set(goal, value);
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
                "user a0000000-0000-4000-8000-000000000003 pushed version 3 on ",
                "-let a = 3;",
                "+let a = 2;",
                "The old bodies compile.",
                "applied  update script a (as version 4, from version 2 (commit 1111111))",
                "Read again: each script has its old body.",
                "Files and server differ now: a.",
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
                "Applied 1 change.");
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
        fails(rollback, "CONFIG", "-Didp-scripts.toCommit=main is no commit");
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
    void everythingThatAnApplyDidGoesBack(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        repo.file("scripts/a.rhai", "let a = 4;\n")
                .file("scripts/b.rhai", "let b = 4;\n")
                .file("scripts/c.rhai", "let c = 4;\n");
        String said = passes(apply, "APPLIED", "Journal: run ");
        String run = said.replaceAll("(?s).*-Didp-scripts.toApply=([0-9-]+).*", "$1");
        give(rollback, "toApply", run);
        passes(
                rollback,
                "APPLIED",
                "rollback: it gets the body of version 3 (commit 2222222) again",
                "rollback: it gets the body of version 2 (commit 1111111) again",
                "Note: that run also did this, which stays, for only bodies go back: create script c",
                "Applied 2 changes.",
                "Files and server differ now: a, b.");
        assertEquals("let a = 3;\n", history("a").get(0).scriptBody());
        assertEquals("let b = 2;\n", history("b").get(0).scriptBody());
        give(rollback, "toApply", "last");
        passes(rollback, "APPLIED", "Applied 2 changes.");
        assertEquals("let a = 4;\n", history("a").get(0).scriptBody());
        assertTrue(repo.read("target/idp-scripts/plan.md").contains("rollback: "));
        Path journal = folder.resolve("target/idp-scripts/journal.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replace("\"url\":\"sandbox\"", "\"url\":\"https://other\""));
        fails(rollback, "CONFIG", " was for environment sandbox at https://other, tenant ");
    }

    @Test
    void whatSomebodyPushedAfterAnApplyIsNotUndoneUnlessTold(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        repo.file("scripts/a.rhai", "let a = 4;\n");
        passes(apply, "APPLIED");
        meanwhile(server -> server.versions().push(id(server, "a"), "a", new Body("let a = 9;\n"), "quick fix"));
        give(rollback, "toApply", "last");
        give(rollback, "dryRun", true);
        passes(rollback, "DRIFT", "Changed on the server, not by this repository", "Nothing was changed");
        give(rollback, "dryRun", false);
        fails(rollback, "DRIFT", "applying this would undo it: script a (drift)", "-Didp-scripts.overwriteDrift");
        give(rollback, "overwriteDrift", "a");
        passes(rollback, "APPLIED", "pushed version 5 on ", ": \"quick fix\"");
        assertEquals("let a = 3;\n", history("a").get(0).scriptBody());
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
        fails(
                rollback,
                "PARTIAL",
                "not every script went back. Applied 0 of 1 change; 1 failed",
                "-Didp-scripts.script=\"a\"");
        giveFaults(rollback, null);
        fails(
                rollback,
                "INVALID",
                "script a: it is wedged on the server: version 4 was stored",
                "-Didp-scripts.recreateWedged");
    }

    private static void giveFaults(RollbackMojo goal, Path file) throws ReflectiveOperationException {
        Field field = FilesGoal.class.getDeclaredField("sandboxFaults");
        field.setAccessible(true);
        field.set(goal, file == null ? null : file.toFile());
    }
}
