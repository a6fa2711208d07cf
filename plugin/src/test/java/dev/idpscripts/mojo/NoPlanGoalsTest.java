package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Repo;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that cannot be made says so where people look for it: in the comment on the pull request. */
@MojoTest(realRepositorySession = true)
class NoPlanGoalsTest extends GoalFixture {

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("scripts/a.rhai", "let a = 1;\n"));
        set("sandbox.ephemeral", "true");
    }

    private String explained(AbstractMojo goal) {
        assertThrows(AbstractMojoExecutionException.class, goal::execute);
        assertFalse(Files.exists(folder.resolve("target/idp-scripts/plan.json")), "nothing can be applied");
        return repo.read("target/idp-scripts/plan.md");
    }

    @Test
    void filesThatAreWrong(@InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "plan") PlanMojo again)
            throws Exception {
        plan.execute();
        assertTrue(repo.read("target/idp-scripts/plan.md").contains("create 1 script"));
        repo.file("scripts/a.yaml", "nam: A\nstatus: of\n");
        String markdown = explained(again);
        assertTrue(
                markdown.startsWith("<!-- idp-scripts plan: sandbox -->\n## Plan for `sandbox`\n\n`embedded server`"));
        assertTrue(markdown.contains("**No plan could be made: 2 problems in the files.**"), markdown);
        assertTrue(markdown.contains("- ❌ scripts/a.yaml:1:1: unknown key"), markdown);
        assertTrue(markdown.contains("Nothing was changed."), markdown);
        String html = repo.read("target/idp-scripts/plan.html");
        assertTrue(html.contains("scripts/a.yaml:2:9: "), html);
        assertFalse(html.contains("create 1 script"), "no plan of an earlier run is left");
    }

    @Test
    void anEnvironmentThatIsWrong(@InjectMojo(goal = "drift") DriftMojo drift) {
        repo.file("environments/sandbox.yaml", "url: sandbox\ntenat: x\n");
        String markdown = explained(drift);
        assertTrue(markdown.startsWith("<!-- idp-scripts plan:  -->\n## Plan\n"), markdown);
        assertTrue(markdown.contains("environments/sandbox.yaml:2:1: "), markdown);
    }

    @Test
    void aServerThatIsNotThere(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        repo.file(
                "environments/sandbox.yaml", "url: http://127.0.0.1:9\ntenant: 00000000-0000-0000-0000-000000000001\n");
        apply.hurry();
        String markdown = explained(apply);
        assertTrue(markdown.contains("`http://127.0.0.1:9`"), markdown);
        assertEquals(
                1,
                markdown.lines()
                        .filter(line -> line.startsWith("**No plan could be made: "))
                        .count());
    }

    @Test
    void testsThatFail(@InjectMojo(goal = "plan") PlanMojo plan) {
        repo.file("scripts/a.tests.yaml", "tests: [{name: never, context: {}, expect: {output: {a: 1}}}]\n");
        assertThrows(AbstractMojoExecutionException.class, plan::execute);
        String markdown = repo.read("target/idp-scripts/plan.md");
        assertTrue(markdown.contains("❌ compiles; 1 of 1 test fails"), markdown);
        assertTrue(markdown.contains("never (scripts/a.tests.yaml:1:9)"), markdown);
    }
}
