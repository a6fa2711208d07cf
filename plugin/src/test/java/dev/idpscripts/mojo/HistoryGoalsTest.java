package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
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

/** Who pushed what, and how two bodies differ, without leaving the terminal. */
@MojoTest(realRepositorySession = true)
class HistoryGoalsTest {

    private static final String OLD = "1111111111111111111111111111111111111111";
    private static final String NEW = "2222222222222222222222222222222222222222";

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
    private static void give(DiffMojo goal, String parameter, Object value) throws ReflectiveOperationException {
        Field field = DiffMojo.class.getDeclaredField(parameter);
        field.setAccessible(true);
        field.set(goal, value);
    }

    @Test
    @MojoParameter(name = "script", value = "scripts/a.rhai")
    void theHistoryOfAScript(@InjectMojo(goal = "versions") VersionsMojo versions) throws Exception {
        passes(versions, "NO_CHANGES", "Versions of script a, which is draft", "current", "1111111");
        JsonNode rows = new ObjectMapper()
                .readTree(repo.read("target/idp-scripts/versions.json"))
                .at("/tables/0/rows");
        assertEquals(3, rows.size());
        assertEquals(3, rows.at("/0/version").asInt());
        assertEquals(NEW, rows.at("/0/commit").asText());
        assertEquals("work", rows.at("/0/description").asText());
        assertEquals(11, rows.at("/0/bytes").asInt());
    }

    @Test
    @MojoParameter(name = "script", value = "*")
    void aHistoryIsOfOneScript(@InjectMojo(goal = "versions") VersionsMojo versions) throws Exception {
        fails(versions, "CONFIG", "\"*\" means 2 scripts: a, b");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void anyTwoBodies(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        passes(diff, "NO_CHANGES", "--- a version 3 (current) on sandbox", "+++ file scripts/a.rhai", "No difference.");
        give(diff, "left", "1111111");
        passes(
                diff,
                "CHANGES",
                "--- a version 2 on sandbox",
                "-let a = 2;",
                "+let a = 3;",
                "1 line added, 1 line removed.");
        assertTrue(repo.read("target/idp-scripts/diff.html").contains("Difference of a"));
        give(diff, "view", "sideBySide");
        passes(diff, "CHANGES", "1 let a = 2;", " | 1 let a = 3;");
        give(diff, "left", "file");
        give(diff, "right", "2");
        passes(diff, "CHANGES", "1 let a = 3;", " | 1 let a = 2;");
        repo.file("environments/other.yaml", "url: sandbox\n");
        give(diff, "right", "environment:other");
        giveEnvironment(diff, "sandbox");
        passes(diff, "NO_CHANGES", "a version 3 (current) on other");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void whatIsNotThere(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        give(diff, "left", "main");
        fails(diff, "CONFIG", "-Didp-scripts.left=main is nothing that can be compared", "environment:NAME");
        give(diff, "left", "9");
        fails(diff, "CONFIG", "script a on sandbox: it has no version 9; it has versions 1 to 3");
        give(diff, "left", "abcdef0");
        fails(
                diff,
                "CONFIG",
                "no version of it was pushed from commit abcdef0; the newest are from 2222222 (version 3)");
        give(diff, "left", "environment:nowhere");
        fails(diff, "CONFIG", "there is no environment \"nowhere\"");
        give(diff, "script", "b");
        give(diff, "left", "current");
        fails(diff, "CONFIG", "there is no script \"b\" in the files");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    @MojoParameter(name = "compare", value = "server")
    void theServersOwnComparison(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        fails(diff, "CONFIG", "the server compares only versions that it has, not current with file");
        give(diff, "right", "2");
        passes(
                diff,
                "CHANGES",
                "--- version 3",
                "-let a = 3;",
                "+let a = 2;",
                "The server compares line 1 with line 1");
        give(diff, "right", "current");
        passes(diff, "NO_CHANGES", " let a = 3;");
    }

    private static void giveEnvironment(DiffMojo goal, String name) throws ReflectiveOperationException {
        Field field = FilesGoal.class.getDeclaredField("environment");
        field.setAccessible(true);
        field.set(goal, name);
    }
}
