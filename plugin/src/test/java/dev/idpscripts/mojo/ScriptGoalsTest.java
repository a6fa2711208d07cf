package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goals that examine scripts: a newcomer breaks a script in five ways, and each message leads to the line. */
@MojoTest(realRepositorySession = true)
class ScriptGoalsTest extends GoalFixture {

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("scripts/mail.rhai", """
                // Lower-cases the address.
                let mail = attributes.mail ?? "";
                if mail == "" {
                    throw "no mail";
                }
                attributes.mail = mail.to_lower();
                """).file("scripts/mail.tests.yaml", """
                tests:
                  - name: lower-cases
                    context: {attributes: {mail: A@B.C}}
                    expect: {attributes: {mail: a@b.c}}
                  - name: needs one
                    expect: {error: no mail}
                """));
        set("sandbox.ephemeral", "true");
    }

    private void edit(String from, String to) {
        repo.file("scripts/mail.rhai", repo.read("scripts/mail.rhai").replace(from, to));
    }

    private void passes(AbstractMojo goal, String text) throws Exception {
        goal.execute();
        String told = told();
        assertTrue(told.contains(text), told);
    }

    /** Fails, says all of these, and tells machines the outcome. */
    private void tells(AbstractMojo goal, String outcome, String... texts) throws IOException {
        MojoFailureException e = assertThrows(MojoFailureException.class, goal::execute);
        String told = told() + "\n" + e.getMessage();
        for (String text : texts) {
            assertTrue(told.contains(text), text + " is not in " + told);
        }
        assertEquals(outcome, result().path("outcome").asText());
    }

    @Test
    void nothingIsWrong(
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        passes(validate, "Valid: 1 script.");
        passes(test, "2 tests passed, 0 failed. 100 % of 4 lines reached");
        passes(plan, "compiles; all 2 tests pass");
        assertTrue(repo.read("target/idp-scripts/coverage.info").contains("DA:4,1"));
        assertTrue(
                repo.read("target/idp-scripts/TEST-idp-scripts.xml").contains("<testsuite name=\"mail\" tests=\"2\""));
    }

    @Test
    void aTypoInAVariable(
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        edit("= mail.to_lower", "= mial.to_lower");
        String message = "scripts/mail.rhai:6:19: Undefined variable: mial; did you mean \"mail\"?";
        tells(
                validate,
                "INVALID",
                message,
                "    6 | attributes.mail = mial.to_lower();",
                "      |                   ^");
        tells(test, "TESTS_FAILED", "at scripts/mail.rhai:6:19", "Undefined variable: mial");
        tells(plan, "INVALID", message, "does not compile");
        JsonNode sarif = new ObjectMapper().readTree(repo.read("target/idp-scripts/validate.sarif"));
        JsonNode found = sarif.at("/runs/0/results/0");
        assertEquals("2.1.0", sarif.path("version").asText());
        assertEquals("script-compiles", found.path("ruleId").asText());
        assertEquals("error", found.path("level").asText());
        assertEquals(
                "scripts/mail.rhai",
                found.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
        assertEquals(
                6, found.at("/locations/0/physicalLocation/region/startLine").asInt());
        assertEquals(
                19, found.at("/locations/0/physicalLocation/region/startColumn").asInt());
    }

    @Test
    void aMissingBrace(
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        edit("}\n", "\n");
        String message = "scripts/mail.rhai:3:15: Expecting '}' to terminate this block";
        tells(validate, "INVALID", message, "    3 | if mail == \"\" {");
        tells(test, "TESTS_FAILED", "Expecting '}'");
        tells(plan, "INVALID", message);
    }

    @Test
    void aWrongType(
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        edit("mail.to_lower()", "mail / 2");
        passes(validate, "Valid: 1 script.");
        tells(test, "TESTS_FAILED", "at scripts/mail.rhai:6:24", "    6 | attributes.mail = mail / 2;");
        tells(plan, "TESTS_FAILED", "compiles; 1 of 2 tests fails", "at scripts/mail.rhai:6:24");
    }

    @Test
    void anEndlessLoop(
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        edit("    throw", "    loop {}\n    throw");
        passes(validate, "Valid: 1 script.");
        tells(test, "TESTS_FAILED", "Too many operations", "at scripts/mail.rhai:4:");
        tells(plan, "TESTS_FAILED", "Too many operations", "at scripts/mail.rhai:4:");
    }

    @Test
    void aChangedResult(@InjectMojo(goal = "test") TestMojo test, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        edit("to_lower", "to_upper");
        tells(
                test,
                "TESTS_FAILED",
                "mail: expected \"a@b.c\", got \"A@B.C\"",
                "lower-cases (scripts/mail.tests.yaml:2:5)");
        tells(plan, "TESTS_FAILED", "mail: expected \"a@b.c\", got \"A@B.C\"");
    }

    @Test
    @MojoParameter(name = "quiet", value = "true")
    void quietlyToo(@InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        edit("to_lower", "to_upper");
        repo.file("scripts/other.rhai", "let a = 1;\n");
        assertThrows(MojoFailureException.class, plan::execute);
        List<String> told = told().lines().toList();
        assertTrue(told.contains("This plan cannot be applied: 1 script with failing checks."), told::toString);
        assertTrue(told.contains("  + script mail is created with 6 lines and activated"), told::toString);
        assertEquals(
                1,
                told.stream()
                        .filter(line -> line.contains("lower-cases (scripts/mail.tests.yaml:2:5)"))
                        .count());
        assertFalse(told.toString().contains("other"), told::toString);
    }

    @Test
    void whatIsEmptyOrIndentedWrongly(
            @InjectMojo(goal = "validate") ValidateMojo validate, @InjectMojo(goal = "validate") ValidateMojo again)
            throws Exception {
        repo.file("scripts/other.rhai", " \n");
        passes(validate, "scripts/other.rhai:1:1: the script is empty, so it does nothing wherever it is bound");
        repo.file("scripts/mail.yaml", "name: mail\n  status: active\n");
        tells(
                again,
                "INVALID",
                "scripts/mail.yaml:2:9: not valid YAML: check the indentation here and in the lines above: ");
    }

    @Test
    void applySendsNothingWhenATestFails(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        edit("to_lower", "to_upper");
        tells(apply, "TESTS_FAILED", "the plan cannot be applied: 1 test fails", "Nothing was changed on the server.");
        assertEquals(
                7,
                result().path("requests").asInt(),
                "only what a plan reads, scripts three times since none are there, and whether somebody deleted the script");
    }

    @Test
    @MojoParameter(name = "checks", value = "server")
    void applyBelievesTheServer(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        edit("to_lower", "to_upper");
        tells(apply, "TESTS_FAILED", "1 script fails on the server", "mail: expected \"a@b.c\", got \"A@B.C\"");
        assertEquals(9, result().path("requests").asInt(), "what a plan reads, and two dry runs");
    }

    @Test
    @MojoParameter(name = "checks", value = "none")
    void applyKnowsItsCheckers(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        tells(apply, "CONFIG", "-Didp-scripts.checks=none is none of both, embedded, server");
    }

    @Test
    @MojoParameter(name = "remote", value = "true")
    void theServersVerdictIsMarkedAsItsOwn(@InjectMojo(goal = "validate") ValidateMojo validate) throws Exception {
        edit("// Lower-cases the address.\nlet", "let x = attribute; let");
        tells(
                validate,
                "INVALID",
                "scripts/mail.rhai:1:9: Undefined variable: attribute; did you mean \"attributes\"?",
                "scripts/mail.rhai:1:9: the server says: Undefined variable: attribute");
    }

    @Test
    @MojoParameter(name = "remote", value = "true")
    void theServerCompilesToo(@InjectMojo(goal = "validate") ValidateMojo validate) throws Exception {
        passes(validate, "Valid: 1 script. The server compiles all scripts too.");
    }

    @Test
    @MojoParameter(name = "environment", value = "sandbox")
    void everyErrorOfEveryFileIsTold(@InjectMojo(goal = "validate") ValidateMojo validate) throws Exception {
        repo.file("scripts/a.rhai", "let a = ;\n")
                .file("scripts/b.yaml", "name: b\n")
                .file("scripts/mail.yaml", "nmae: x\n")
                .file("environments/other.yaml", "url: sandbox\nvales: {}\n");
        edit("\"no mail\"", "\"no mail@@mail-domain@@\"");
        tells(
                validate,
                "INVALID",
                "scripts/a.rhai:1:9: ",
                "scripts/b.yaml:1:1: describes scripts/b.rhai, which does not exist",
                "scripts/mail.yaml:1:1: unknown key \"nmae\"; did you mean \"name\"?",
                "environments/other.yaml:2:1: unknown key \"vales\"",
                "4 problems in the files");
        assertEquals(4, result().at("/counts/errors").asInt());
    }

    @Test
    @MojoParameter(name = "environment", value = "sandbox")
    void aValueThatAnotherEnvironmentLacksIsAWarning(@InjectMojo(goal = "validate") ValidateMojo validate)
            throws Exception {
        edit("\"no mail\"", "\"no @@mail-domain@@\"");
        repo.file("environments/other.yaml", "url: sandbox\n");
        passes(validate, "scripts/mail.rhai:4:15: @@mail-domain@@ has no value in environments/other.yaml");
        assertEquals(1, result().at("/counts/warnings").asInt());
    }

    @Test
    void aTestNearTheLimitOfOperationsIsAWarning(@InjectMojo(goal = "validate") ValidateMojo validate)
            throws Exception {
        edit("attributes.mail =", "let n = 0; for i in 0..29000 { n += 1; }\nattributes.mail =");
        passes(validate, "operations; the server stops it after 100000");
    }

    @Test
    @MojoParameter(name = "script", value = "mial")
    void aScriptThatIsNotThere(@InjectMojo(goal = "test") TestMojo test) throws Exception {
        tells(test, "CONFIG", "there is no script \"mial\" in the files; did you mean \"mail\"?");
    }

    @Test
    @MojoParameter(name = "test", value = "needs")
    void onlySomeTests(@InjectMojo(goal = "test") TestMojo test) throws Exception {
        passes(test, "1 test passed, 0 failed.");
    }

    @Test
    @MojoParameter(name = "script", value = "mail")
    @MojoParameter(name = "context", value = "{attributes: {mail: X@Y.Z, list: [1]}}")
    void aDryRun(@InjectMojo(goal = "dry-run") DryRunMojo dryRun) throws Exception {
        edit("attributes.mail =", "output.n = 1; log_info(\"hello\"); attributes.mail =");
        dryRun.execute();
        List<String> said = said().lines().toList();
        assertEquals(
                List.of(
                        "Dry run of mail, the file scripts/mail.rhai in the embedded engine",
                        "Attributes",
                        "  mail: \"X@Y.Z\" -> \"x@y.z\"",
                        "Output",
                        "  n: 1",
                        "Log",
                        "  info: hello"),
                said.subList(1, 8));
        assertTrue(said.get(8).matches("Took .* ms, [0-9]+ of 100,000 operations\\."), said.get(8));
    }

    @Test
    @MojoParameter(name = "script", value = "scripts/mail.rhai")
    @MojoParameter(name = "test", value = "needs one")
    @MojoParameter(name = "on", value = "server")
    void aDryRunOnTheServerOfAScriptThatFails(@InjectMojo(goal = "dry-run") DryRunMojo dryRun) throws Exception {
        tells(dryRun, "TESTS_FAILED", "on the server", "no mail (line 4, position 5)", "at scripts/mail.rhai:4:5");
    }

    @Test
    @MojoParameter(name = "script", value = "mail")
    @MojoParameter(name = "version", value = "2")
    @MojoParameter(name = "context", value = "{attributes: {mail: X@Y.Z}}")
    void aDryRunOfAVersionThatTheServerDoesNotHave(@InjectMojo(goal = "dry-run") DryRunMojo dryRun) throws Exception {
        tells(dryRun, "CONFIG", "the server has no script named mail");
    }
}
