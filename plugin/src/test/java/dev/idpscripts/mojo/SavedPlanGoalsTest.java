package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Repo;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is looked at is the plan that is carried out, or nothing is; and nobody's work is undone by accident. */
@MojoTest(realRepositorySession = true)
class SavedPlanGoalsTest extends GoalFixture {

    private static final String PLAN = "target/idp-scripts/plan.json";

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("scripts/a.rhai", "let a = 1;\n").file("environments/sandbox.yaml", "url: sandbox\n"));
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
        assertTrue(said().contains(", files of no known Git commit\nMade on "));
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

    @Test
    void isRefusedWhenTheServerChanged(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        plan.execute();
        meanwhile(server -> {
            server.scripts().create("a", Optional.empty());
            quickFix(server);
        });
        saved(apply);
        refused(
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
        refused(apply, "CONFIG", "was made for tenant 00000000-0000-0000-0000-000000000001, this run is for 11111111");
        repo.file(
                "environments/sandbox.yaml", "url: http://127.0.0.1:1\ntenant: 00000000-0000-0000-0000-000000000001\n");
        refused(apply, "CONFIG", "was made for url sandbox, this run is for http://127.0.0.1:1");
        repo.file("environments/sandbox.yaml", "url: sandbox\n");
        Files.writeString(folder.resolve(PLAN), repo.read(PLAN).replace("let a = 1;", "let a = 2;"));
        refused(apply, "CONFIG", "is not as it was written", "change the files instead");
        Files.writeString(folder.resolve(PLAN), "{}");
        refused(apply, "CONFIG", "is no plan");
        Files.delete(folder.resolve(PLAN));
        refused(apply, "CONFIG", "cannot read the plan");
    }

    @Test
    void isRequiredWhereTheEnvironmentSaysSo(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        repo.file("environments/sandbox.yaml", "url: sandbox\nguards: {requireSavedPlan: true}\n");
        refused(apply, "CONFIG", "takes only plans that were saved and looked at", "-Didp-scripts.plan=");
        plan.execute();
        saved(apply);
        passes(apply, "APPLIED", "Applied: create 1 script.");
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
        refused(drift, "DRIFT", "script a (drift)");
        refused(
                apply,
                "DRIFT",
                "applying this would undo what was done on the server: script a (drift)",
                "-Didp-scripts.overwriteDrift=NAME");
        repo.file("scripts/a.rhai", "let a = 3;\n");
        refused(apply, "CONFLICT", "script a (conflict)");
        give(overwriting, "overwriteDrift", "b");
        refused(overwriting, "CONFLICT", "script a (conflict)");
        give(overwriting, "overwriteDrift", "b, a");
        passes(overwriting, "APPLIED", "Applied: change 1 script.");
    }
}
