package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

/** A plan that is looked at is the plan that is carried out, or nothing is; and nobody's work is undone by accident. */
@MojoTest(realRepositorySession = true)
class SavedPlanGoalsTest {

    private static final String PLAN = "target/idp-scripts/plan.json";

    @TempDir
    Path folder;

    @Inject
    MavenSession session;

    @Inject
    Log log;

    private Repo repo;

    @BeforeEach
    void files() {
        repo = Repo.in(folder)
                .file("scripts/a.rhai", "let a = 1;\n")
                .file("environments/sandbox.yaml", "url: sandbox\n")
                .folder("target");
        set("directory", folder.toString());
        set("outputDirectory", folder.resolve("target/idp-scripts").toString());
        set("repository", "acme");
    }

    private void set(String option, String value) {
        session.getUserProperties().setProperty("idp-scripts." + option, value);
    }

    private String said() {
        ArgumentCaptor<CharSequence> infos = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).info(infos.capture());
        String said = String.join("\n", infos.getAllValues());
        clearInvocations(log);
        return said;
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(repo.read("target/idp-scripts/result.json"));
    }

    private void passes(AbstractMojo goal, String outcome, String text) throws Exception {
        goal.execute();
        String said = said();
        assertTrue(said.contains(text), said);
        assertEquals(outcome, result().path("outcome").asText());
    }

    private void fails(AbstractMojo goal, String outcome, String... texts) throws IOException {
        MojoFailureException e = assertThrows(MojoFailureException.class, goal::execute);
        for (String text : texts) {
            assertTrue(e.getMessage().contains(text), e.getMessage());
        }
        assertEquals(outcome, result().path("outcome").asText());
    }

    /** Somebody else works on the server between two goals. */
    private void meanwhile(Consumer<Server> work) {
        Optional<Path> place = Optional.of(folder.resolve("target/idp-scripts/sandbox"));
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, place, "token", Environment.SYSTEM_TENANT, List.of()))) {
            work.accept(Client.colleague(sandbox).server());
        }
    }

    private static void quickFix(Server server) {
        UUID id = server.scripts().byName("a").orElseThrow().id();
        server.versions().push(id, "a", new Body("let a = 9;\n"), "quick fix");
    }

    @Test
    void isCarriedOutWithoutTheFilesAndOnlyOnce(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "show") ShowMojo show)
            throws Exception {
        passes(plan, "CHANGES", "Plan: create 1 script.");
        show.execute();
        assertTrue(said().contains("Plan: create 1 script.\nMade on "));
        repo.delete("scripts/a.rhai");
        saved(apply);
        passes(apply, "APPLIED", "Read again: the server holds what the plan says.");
        passes(apply, "NO_CHANGES", "done already: create script a");
        assertEquals(2, result().path("counts").path("skipped").asInt());
        meanwhile(server -> assertEquals(
                "let a = 1;\n",
                server.versions()
                        .get(server.scripts().byName("a").orElseThrow().id(), "a", 2)
                        .orElseThrow()
                        .scriptBody()));
    }

    private void saved(ApplyMojo apply) throws ReflectiveOperationException {
        give(apply, "plan", folder.resolve(PLAN).toFile());
    }

    /** As -D does, but after the goal was made. */
    private static void give(ApplyMojo apply, String parameter, Object value) throws ReflectiveOperationException {
        Field field = ApplyMojo.class.getDeclaredField(parameter);
        field.setAccessible(true);
        field.set(apply, value);
    }

    @Test
    void isRefusedWhenTheServerChanged(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        plan.execute();
        meanwhile(server -> {
            server.scripts().create("a", Optional.empty());
            quickFix(server);
        });
        saved(apply);
        fails(
                apply,
                "STALE_PLAN",
                "create script a: a script of that name was made meanwhile",
                "Nothing was changed. Make a new plan");
    }

    @Test
    void isRefusedForAnythingElse(@InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        plan.execute();
        saved(apply);
        repo.file("environments/sandbox.yaml", "url: sandbox\ntenant: 11111111-1111-1111-1111-111111111111\n");
        fails(apply, "CONFIG", "was made for tenant 00000000-0000-0000-0000-000000000001, this run is for 11111111");
        repo.file(
                "environments/sandbox.yaml", "url: http://127.0.0.1:1\ntenant: 00000000-0000-0000-0000-000000000001\n");
        fails(apply, "CONFIG", "was made for url sandbox, this run is for http://127.0.0.1:1");
        repo.file("environments/sandbox.yaml", "url: sandbox\n");
        Files.writeString(folder.resolve(PLAN), repo.read(PLAN).replace("let a = 1;", "let a = 2;"));
        fails(apply, "CONFIG", "is not as it was written", "change the files instead");
        Files.writeString(folder.resolve(PLAN), "{}");
        fails(apply, "CONFIG", "is no plan");
        Files.delete(folder.resolve(PLAN));
        fails(apply, "CONFIG", "cannot read the plan");
    }

    @Test
    void isRequiredWhereTheEnvironmentSaysSo(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        repo.file("environments/sandbox.yaml", "url: sandbox\nguards: {requireSavedPlan: true}\n");
        fails(apply, "CONFIG", "takes only plans that were saved and looked at", "-Didp-scripts.plan=");
        plan.execute();
        saved(apply);
        passes(apply, "APPLIED", "Applied 2 changes.");
    }

    @Test
    void doesNotUndoAColleaguesWork(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "drift") DriftMojo drift,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") ApplyMojo overwriting)
            throws Exception {
        apply.execute();
        passes(drift, "NO_CHANGES", "No drift");
        meanwhile(SavedPlanGoalsTest::quickFix);
        passes(plan, "DRIFT", "user a0000000-0000-4000-8000-000000000003 pushed version 3 on ");
        fails(drift, "DRIFT", "script a (drift)");
        fails(apply, "DRIFT", "applying this would undo it: script a (drift)", "-Didp-scripts.overwriteDrift=NAME");
        repo.file("scripts/a.rhai", "let a = 3;\n");
        fails(apply, "CONFLICT", "script a (conflict)");
        give(overwriting, "overwriteDrift", "b");
        fails(overwriting, "CONFLICT", "script a (conflict)");
        give(overwriting, "overwriteDrift", "b, a");
        passes(overwriting, "APPLIED", "Applied 1 change.");
    }
}
