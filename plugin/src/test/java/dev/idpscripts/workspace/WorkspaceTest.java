package dev.idpscripts.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What right files mean. */
class WorkspaceTest {

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder);
    }

    private Declarations read() {
        return new Workspace(folder).read(new Environments(folder).choose(null));
    }

    @Test
    void aLoneBodyIsACompleteScript() {
        repo.file("scripts/naming/login-name.rhai", "let a = 1;\n");

        SourceLocation origin = SourceLocation.of("scripts/naming/login-name.rhai");
        assertEquals(
                List.of(new Script(
                        "login-name",
                        Optional.empty(),
                        Optional.empty(),
                        ScriptStatus.ACTIVE,
                        new Body("let a = 1;\n"),
                        Source.of(origin.file(), "let a = 1;\n"),
                        origin,
                        List.of())),
                read().scripts());
    }

    @Test
    void metadataNameDescribeAndRename() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", """
                        # a comment
                        name: Normalize e-mail
                        description: ""
                        status: draft
                        renamedFrom: Normalise mail
                        """);

        Script script = read().scripts().get(0);
        assertEquals("Normalize e-mail", script.name());
        assertEquals(Optional.of(""), script.description());
        assertEquals(ScriptStatus.DRAFT, script.status());
        assertEquals(Optional.of("Normalise mail"), script.renamedFrom());
        assertEquals(new SourceLocation("scripts/a.yaml", 2, 1), script.metadata());
    }

    @Test
    void bodiesAreComparedWithoutByteOrderMarkAndCarriageReturns() {
        repo.file("scripts/a.rhai", "\uFEFFlet a = 1;\r\nlet b = 2;\r");

        assertEquals(
                new Body("let a = 1;\nlet b = 2;\n"), read().scripts().get(0).body());
        assertEquals("let a = 1;\nlet b = 2;\n", read().scripts().get(0).body().text());
    }

    @Test
    void valuesReplacePlaceholders() {
        repo.file("scripts/a.rhai", "a@@@mail-domain@@ @@@@ x@y @@mail-domain@@@@mail-domain@@");

        assertEquals(
                "a@example.com @@ x@y example.comexample.com",
                read().scripts().get(0).body().text());
    }

    @Test
    void aBodyMayBeAsLongAsTheServerAllowsOnceItsValuesAreFilledIn() {
        repo.file("scripts/a.rhai", "@@mail-domain@@" + "x".repeat(Body.MAX_BYTES - "example.com".length()));

        assertEquals(Body.MAX_BYTES, read().scripts().get(0).body().bytes());
    }

    @Test
    void bindingsFollowTheListUnlessALineSaysOtherwise() {
        repo.file("scripts/a.rhai", "1").file("scripts/b.rhai", "1").file("bindings/ldap.yaml", """
                        connector: Corporate LDAP
                        hooks:
                          before create:
                            - script: a
                            - script: b
                              onFailure: retry
                              maxRetries: 3
                              timeout: 45s
                              enabled: false
                            - script: a
                              order: 5
                          after disable: []
                        """);

        Hook beforeCreate = new Hook(HookPhase.BEFORE, Operation.CREATE);
        assertEquals(
                List.of(
                        new Binding(
                                new Slot("Corporate LDAP", beforeCreate, 10),
                                "a",
                                BindingSettings.DEFAULT,
                                new SourceLocation("bindings/ldap.yaml", 4, 15)),
                        new Binding(
                                new Slot("Corporate LDAP", beforeCreate, 20),
                                "b",
                                new BindingSettings(FailurePolicy.RETRY, 3, 45, false),
                                new SourceLocation("bindings/ldap.yaml", 5, 15)),
                        new Binding(
                                new Slot("Corporate LDAP", beforeCreate, 5),
                                "a",
                                BindingSettings.DEFAULT,
                                new SourceLocation("bindings/ldap.yaml", 10, 15))),
                read().bindings());
    }

    @Test
    void anEnvironmentMapsConnectorsToItsOwnNames() {
        repo.delete("environments/sandbox.yaml")
                .file("environments/eu.yaml", "url: sandbox\nconnectors: {Corporate LDAP: LDAP EU}\n")
                .file("scripts/a.rhai", "1")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks: {before delete: [{script: a}], after delete: [{script: a}]}\n");

        Declarations files = read();
        assertEquals(
                List.of("LDAP EU, before delete, order 10", "LDAP EU, after delete, order 10"),
                files.bindings().stream().map(b -> b.slot().toString()).toList());
        assertEquals("LDAP EU", files.connectors().get(0).name());
        assertEquals("Corporate LDAP", files.connectors().get(0).inFiles());
    }

    @Test
    void templatesHaveACategoryAndAnnotationsOfAnyShape() {
        repo.file("templates/t.rhai", "{{a}}").file("templates/t.yaml", """
                        name: T
                        category: data_formatting
                        annotations:
                          a: {type: string, max: 3, share: 0.5, must: true}
                          b: [x, "1"]
                        """);

        Template template = read().templates().get(0);
        assertEquals(TemplateCategory.DATA_FORMATTING, template.category());
        assertEquals(
                Optional.of(Map.of(
                        "a",
                        Map.of(
                                "type",
                                "string",
                                "max",
                                BigInteger.valueOf(3),
                                "share",
                                new BigDecimal("0.5"),
                                "must",
                                true),
                        "b",
                        List.of("x", "1"))),
                template.annotations());
    }

    @Test
    void folderThatAreNotThereDeclareNothing() {
        assertEquals(Set.of(ObjectAddress.Type.SCRIPT), read().kinds());
        repo.folder("bindings").folder("templates");
        assertEquals(Set.of(ObjectAddress.Type.values()), read().kinds());
    }

    @Test
    void whatIsHiddenOrNotOursIsNotRead() {
        repo.file("scripts/.hidden/a.rhai", "1")
                .file("scripts/README.md", "text")
                .file("scripts/a.rhai", "1")
                .file("scripts/a.tests.yaml", "tests: []");

        assertEquals(1, read().scripts().size());
    }

    @Test
    void aMissingFolderIsAnErrorAndNotAnEmptyOne() {
        repo.delete("scripts");
        Environments environments = new Environments(folder);
        UserError e = assertThrows(UserError.class, this::read);

        assertEquals(ErrorCode.FILES_MISSING, e.code());
        assertTrue(e.getMessage().startsWith("there is no folder scripts in " + folder), e.getMessage());
        assertTrue(e.getMessage().contains("-Didp-scripts.directory=DIR"), e.getMessage());
        assertEquals("sandbox", environments.choose(null).name());
    }
}
