package dev.idpscripts.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceLines;
import dev.idpscripts.workspace.file.SourceTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on the bodies that a plan pushes. */
class PlanChecksTest {

    private static final RhaiEngine ENGINE = new RhaiEngine();
    private static final EmbeddedRunner RUNNER = new EmbeddedRunner(ENGINE, Environment.SYSTEM_TENANT, false);

    private static final String TESTS = """
            tests:
              - name: lower-cases
                context: {attributes: {mail: A@B.C}}
                expect: {attributes: {mail: a@b.c}}
              - name: keeps nothing
                context: {attributes: {}}
            """;

    @TempDir
    Path folder;

    private Repo repo;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @BeforeEach
    void files() {
        repo = Repo.in(folder);
    }

    private Plan plan(FakeServer server) {
        Plan plan = Planner.plan(
                new Workspace(folder).read(new Environments(folder).choose(null)),
                server.inventory(),
                new PlanOptions(new Target("sandbox", "sandbox", FakeServer.TENANT), FakeServer.REPOSITORY, false));
        return new PlanChecks(new Compilation(ENGINE, Environment.SYSTEM_TENANT), RUNNER).examine(plan);
    }

    private BodyCheck only(Plan plan) {
        assertEquals(1, plan.checks().size());
        return plan.checks().get(0);
    }

    @Test
    void aNewBodyIsCompiledAndTested() {
        repo.file("scripts/a.rhai", "attributes.mail = (attributes.mail ?? \"\").to_lower();")
                .file("scripts/a.tests.yaml", TESTS);
        Plan plan = plan(new FakeServer());
        assertTrue(plan.isApplicable());
        assertEquals(2, only(plan).tests());
        assertTrue(only(plan).behaviour().isEmpty());
    }

    @Test
    void aBodyThatIsThereAlreadyIsNotExamined() {
        repo.file("scripts/a.rhai", "attributes.mail = ;");
        Plan plan = plan(new FakeServer().script("a", ScriptStatus.ACTIVE, "attributes.mail = ;"));
        assertEquals(List.of(), plan.checks());
        assertTrue(plan.isApplicable());
    }

    @Test
    void aBodyThatDoesNotCompileStopsThePlanAndIsNotRun() {
        repo.file("scripts/a.rhai", "attributes.mail = ;").file("scripts/a.tests.yaml", TESTS);
        Plan plan = plan(new FakeServer().script("a", ScriptStatus.ACTIVE, "1"));
        assertFalse(plan.isApplicable());
        assertFalse(only(plan).compiles());
        assertEquals(0, only(plan).tests());
        assertTrue(only(plan).behaviour().isEmpty());
    }

    @Test
    void aTestThatFailsStopsThePlan() {
        repo.file("scripts/a.rhai", "attributes.mail = (attributes.mail ?? \"\").to_upper();")
                .file("scripts/a.tests.yaml", TESTS);
        Plan plan = plan(new FakeServer());
        assertFalse(plan.isApplicable());
        assertTrue(only(plan).compiles());
        assertEquals(1, only(plan).failures().size());
    }

    @Test
    void aChangedBodyIsRunBesideTheOldOne() {
        repo.file("scripts/a.rhai", "\n\nattributes.mail = attributes.mail.to_lower();")
                .file("scripts/a.tests.yaml", TESTS);
        Plan plan = plan(new FakeServer()
                .script("a", ScriptStatus.ACTIVE, "attributes.mail = attributes.mail.to_lower(); output.n = 1;"));
        BodyCheck.Behaviour behaviour = only(plan).behaviour().orElseThrow();
        assertEquals(2, behaviour.contexts());
        // Without a mail both fail with the same words, if in other lines: that is no difference.
        assertEquals(
                List.of("lower-cases"),
                behaviour.changes().stream().map(c -> c.test()).toList());
    }

    /** What people see of all this, in one plan. */
    @Test
    void standsBesideTheChange() {
        repo.file("scripts/new.rhai", "output.a = attributes.mail;\nnothing(output);\n")
                .file("scripts/tested.rhai", "attributes.mail = attributes.mail.to_lower();\nlog_info(\"done\");\n")
                .file("scripts/tested.tests.yaml", TESTS.replace("attributes: {}", "attributes: {mail: 7}"))
                .file("scripts/broken.rhai", "let a = 1;\nif a {\n\toutput.b = \"@@mail-domain@@\" + c;\n}\n")
                .file("scripts/wrong.rhai", "fn f(x) {\n    throw `no ${x}`;\n}\nf(\"mail\");\n")
                .file("scripts/wrong.tests.yaml", TESTS)
                .file("scripts/same.rhai", "attributes.mail = attributes.mail.to_lower(); // better\n")
                .file("scripts/same.tests.yaml", TESTS);
        Plan plan = plan(new FakeServer()
                .script("tested", ScriptStatus.ACTIVE, "attributes.mail = `${attributes.mail}`.to_upper();\n")
                .script("same", ScriptStatus.ACTIVE, "attributes.mail = attributes.mail.to_lower();\n"));
        Golden.check("plan-checks.txt", ShownPlan.text(plan, new SourceLines(SourceTree.of(folder))::at));
        Golden.check("plan-checks.json", ShownPlan.json(plan));
    }

    @Test
    void theServerTriesEachBody() {
        repo.file("scripts/tested.rhai", "attributes.mail = attributes.mail.to_upper();")
                .file("scripts/tested.tests.yaml", TESTS)
                .file("scripts/untested.rhai", "attributes.mail.to_lower();")
                .file("scripts/broken.rhai", "let a = ;");
        List<ScriptResult> results = new ServerChecks(RUNNER).examine(plan(new FakeServer()));
        assertEquals(
                List.of("broken 1 of 1", "tested 1 of 2", "untested 0 of 0"),
                results.stream()
                        .map(r -> r.script().name() + " " + r.failures().size() + " of "
                                + r.cases().size())
                        .sorted()
                        .toList());
    }
}
