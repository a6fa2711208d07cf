package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A script from a template, and everything that can be wrong with the values. */
@MojoTest(realRepositorySession = true)
class NewGoalTest extends GoalFixture {

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("templates/limit.rhai", """
                // {{attribute}} of people at @@mail-domain@@.
                if (attributes.{{attribute}} ?? 0) > {{ most }} { throw "{{advice}}"; }
                attributes.from = "@@mail-domain@@";
                """).file("templates/limit.yaml", """
                name: Upper limit
                description: Refuses what is too much
                annotations:
                  attribute: {description: Attribute that is checked, example: size}
                  most: {type: integer}
                  advice: {description: What to do, default: ask HR}
                """));
    }

    private List<String> repository() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(file -> !file.contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fails(NewMojo goal, String... texts) {
        List<String> before = repository();
        MojoFailureException e = assertThrows(MojoFailureException.class, goal::execute);
        for (String text : texts) {
            assertTrue(e.getMessage().contains(text), text + " is not in " + e.getMessage());
        }
        assertEquals(before, repository(), "nothing is written");
    }

    @Test
    @MojoParameter(name = "template", value = "limit")
    @MojoParameter(name = "name", value = "Höchste Größe: yes")
    @MojoParameter(name = "values", value = "{attribute: size, most: 3}")
    void aTemplateOfTheFiles(
            @InjectMojo(goal = "new") NewMojo goal,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "validate") ValidateMojo validate)
            throws Exception {
        set("value.most", "4");
        goal.execute();
        assertEquals("""
                // size of people at @@mail-domain@@.
                if (attributes.size ?? 0) > 4 { throw "ask HR"; }
                attributes.from = "@@mail-domain@@";
                """, repo.read("scripts/hochste-grosse-yes.rhai"));
        assertEquals("""
                # yaml-language-server: $schema=../.idp-scripts/schemas/script.schema.json
                name: 'Höchste Größe: yes'
                description: Refuses what is too much
                """, repo.read("scripts/hochste-grosse-yes.yaml"));
        assertEquals("""
                # yaml-language-server: $schema=../.idp-scripts/schemas/tests.schema.json
                tests:
                  - name: a person without attributes
                    context: {attributes: {}}
                    expect: {attributes: {from: '@@mail-domain@@'}, output: {}, exactly: true}
                """, repo.read("scripts/hochste-grosse-yes.tests.yaml"));
        validate.execute();
        test.execute();
        String said = said();
        assertTrue(said.lines().anyMatch("1 test passed, 0 failed. 100 % of 2 lines reached"::equals), said);
    }

    @Test
    @MojoParameter(name = "template", value = "Upper limit")
    @MojoParameter(name = "name", value = "Höchste Größe")
    @MojoParameter(name = "values", value = "{most: many, advise: x}")
    void allThatIsWrongWithTheValues(@InjectMojo(goal = "new") NewMojo goal) {
        fails(
                goal,
                "template Upper limit cannot be filled:",
                "\"attribute\" has no value: Attribute that is checked, such as size",
                "\"most\" must be a whole number, not \"many\"",
                "the template knows no \"advise\"; did you mean \"advice\"?",
                "Nothing was written.");
    }

    @Test
    @MojoParameter(name = "template", value = "limit")
    @MojoParameter(name = "name", value = "Größe")
    @MojoParameter(name = "values", value = "{attribute: size, most: 3, advice: 'say \"stop\"'}")
    void whatDoesNotCompileIsNotWritten(@InjectMojo(goal = "new") NewMojo goal) {
        fails(goal, "does not compile", "line 2: ", "Rhai strings need their own quotes");
    }

    @Test
    @MojoParameter(name = "template", value = "limit")
    @MojoParameter(name = "name", value = "Size")
    void whatIsThereStays(@InjectMojo(goal = "new") NewMojo goal) {
        repo.file("scripts/size.tests.yaml", "mine");
        fails(goal, "would overwrite scripts/size.tests.yaml", "Give another name");
        assertEquals("mine", repo.read("scripts/size.tests.yaml"));
        repo.delete("scripts/size.tests.yaml").file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: Size\n");
        fails(goal, "there is a script Size already: scripts/a.rhai");
    }

    @Test
    @MojoParameter(name = "template", value = "Uper limit")
    @MojoParameter(name = "name", value = "Size")
    void aTemplateThatIsNowhere(@InjectMojo(goal = "new") NewMojo goal) {
        fails(
                goal,
                "there is no template \"Uper limit\", neither in the files nor on the server; did you mean \"Upper limit\"?",
                "Was it deleted?");
    }

    @Test
    @MojoParameter(name = "template", value = "limit")
    @MojoParameter(name = "name", value = "Size")
    @MojoParameter(name = "onServer", value = "true")
    void aTemplateThatTheServerDoesNotHave(@InjectMojo(goal = "new") NewMojo goal) {
        fails(goal, "template Upper limit is in the files, but not on the server", "Apply it first");
    }

    @Test
    @MojoParameter(name = "template", value = "old")
    @MojoParameter(name = "name", value = "Size")
    void aTemplateThatTheFilesRemove(@InjectMojo(goal = "new") NewMojo goal) {
        repo.file("templates/old.yaml", "removed: true\n");
        fails(goal, "template old is removed: templates/old.yaml:1:1 says so");
    }

    @Test
    void whatMustBeGiven(@InjectMojo(goal = "new") NewMojo goal) {
        fails(goal, "-Didp-scripts.template was not given");
    }

    @Test
    @MojoParameter(name = "template", value = "Upper limit")
    @MojoParameter(name = "name", value = "...")
    void aNameThatMakesNoFile(@InjectMojo(goal = "new") NewMojo goal) {
        fails(goal, "a script cannot be called \"...\"");
    }

    /** Windows takes a file of that name for a device. */
    @Test
    @MojoParameter(name = "template", value = "limit")
    @MojoParameter(name = "name", value = "CON")
    @MojoParameter(name = "values", value = "{attribute: size, most: 3}")
    void aNameThatIsADevice(@InjectMojo(goal = "new") NewMojo goal) throws Exception {
        goal.execute();
        assertTrue(repo.read("scripts/con-script.yaml").contains("name: CON"));
    }

    private void onServer(String body) {
        Template template = new Template(
                "Remote",
                Optional.empty(),
                Optional.empty(),
                TemplateCategory.CUSTOM,
                new Body(body),
                Optional.of(Map.of("{{a}}", "an attribute")),
                SourceLocation.of("x"),
                SourceLocation.of("x"));
        meanwhile(server -> server.templates().create(template));
    }

    @Test
    @MojoParameter(name = "template", value = "Remote")
    @MojoParameter(name = "name", value = "Size")
    @MojoParameter(name = "values", value = "{a: x}")
    void aTemplateOfTheServer(@InjectMojo(goal = "new") NewMojo goal) throws Exception {
        onServer("output.{{a}} = \"@@\";\r\n");
        goal.execute();
        assertEquals("output.x = \"@@@@\";\n", repo.read("scripts/size.rhai"));
        assertTrue(repo.read("scripts/size.tests.yaml").contains("output: {x: '@@@@'}"));
    }

    @Test
    @MojoParameter(name = "template", value = "Remote")
    @MojoParameter(name = "name", value = "Size")
    @MojoParameter(name = "onServer", value = "true")
    void theServerFillsNothing(@InjectMojo(goal = "new") NewMojo goal) throws Exception {
        onServer("output.{{a}} = 1;");
        set("value.a", "x");
        fails(goal, "the server fills no placeholder");
        session.getUserProperties().remove("idp-scripts.value.a");
        goal.execute();
        String said = said();
        assertTrue(said.contains("the server fills nothing"), said);
        String body = there(server -> server.versions()
                .get(server.scripts().byName("Size").orElseThrow().id(), "Size", 1)
                .orElseThrow()
                .scriptBody());
        assertEquals("output.{{a}} = 1;", body);
        assertFalse(Files.exists(folder.resolve("scripts/size.rhai")));
    }
}
