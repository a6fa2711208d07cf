package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;

import com.networknt.schema.InputFormat;
import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.Schemas;
import dev.idpscripts.testing.Steady;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A merge was a mistake: everything that its apply did is taken back in one command. */
@MojoTest(realRepositorySession = true)
class TakeBackGoalsTest extends GoalFixture {

    private static final String SANDBOX = "url: sandbox\nsandbox:\n  connectors: [Corporate LDAP]\n";
    private static final String LDAP = "connector: Corporate LDAP\nhooks:\n  before create:\n";
    private static final Hook BEFORE_CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);

    /** What stands before the mistake: a is active and bound, b and a template are there. */
    @BeforeEach
    void files() {
        use(Repo.in(folder)
                .file("environments/sandbox.yaml", SANDBOX)
                .file("scripts/a.rhai", "let a = 3;\n")
                .file("scripts/a.yaml", "description: the first\n")
                .file("scripts/b.rhai", "let b = 2;\n")
                .file("bindings/ldap.yaml", LDAP + "    - script: a\n      timeout: 5s\n")
                .file("templates/t.rhai", "let t = 1;\n")
                .file("templates/t.yaml", "category: custom\n"));
    }

    /** Warnings too: a rollback ends with one. */
    @Override
    String said() {
        ArgumentCaptor<CharSequence> warnings = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).warn(warnings.capture());
        return super.said() + "\n" + String.join("\n", warnings.getAllValues());
    }

    private static UUID id(Server server, String name) {
        return server.scripts().byName(name).orElseThrow().id();
    }

    /** Everything on the server, but for ids, times and version numbers. */
    private List<String> held() {
        List<String> held = new ArrayList<>();
        meanwhile(server -> {
            for (StoredScript script : server.scripts().all()) {
                String body = server.versions()
                        .get(script.id(), script.name(), script.currentVersion())
                        .orElseThrow()
                        .scriptBody();
                held.add(script.name() + " " + script.status() + " " + script.descriptionText() + " " + body.strip());
                server.bindings().all().stream()
                        .filter(binding -> binding.scriptId().equals(script.id()))
                        .map(binding -> "bound: " + script.name() + " " + binding.hook() + " "
                                + binding.executionOrder() + " " + binding.settings())
                        .forEach(held::add);
            }
            server.templates().all().stream()
                    .map(template -> "template " + template.name() + " " + template.category() + " "
                            + template.templateBody().strip())
                    .forEach(held::add);
        });
        return held.stream().sorted().toList();
    }

    private void theMistake(ApplyMojo apply) throws Exception {
        repo.file("scripts/a.rhai", "let a = 4;\n")
                .file("scripts/a.yaml", "description: changed\nstatus: inactive\n")
                .file("scripts/c.rhai", "let c = 4;\n")
                .file("scripts/b.yaml", "name: B\nrenamedFrom: b\n")
                .file("bindings/ldap.yaml", LDAP + "    - script: c\n    - script: a\n      timeout: 9s\n")
                .file("templates/t.rhai", "let t = 2;\n")
                .file("templates/u.rhai", "let u = 1;\n")
                .file("templates/u.yaml", "category: custom\n");
        passes(apply, "APPLIED", "Journal: run ");
    }

    @Test
    void everythingThatAnApplyDidGoesBack(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        List<String> before = held();
        theMistake(apply);
        assertEquals(11, result().path("counts").path("applied").asInt());
        give(rollback, "toApply", "last");
        give(rollback, "dryRun", true);
        String shown = passes(rollback, "CHANGES", "Nothing was changed");
        Golden.check("rollback.txt", steady(shown));
        String machines = repo.read("target/idp-scripts/rollback.json");
        assertEquals(Set.of(), Schemas.of("rollback").validate(machines, InputFormat.JSON));
        Golden.check("rollback.json", steady(machines));
        give(rollback, "dryRun", false);
        passes(
                rollback,
                "APPLIED",
                "Applied: change 2 scripts, 1 template and 1 binding; delete 1 script, 1 template and 1 binding.",
                "Read again: everything is as the plan says.",
                "Files and server differ now:\n  binding Corporate LDAP, before create, order 10\n",
                "  script B\n  script a\n  script c\n  template t\n  template u\n");
        assertEquals(before, held());
        assertTrue(repo.read("target/idp-scripts/plan.md").contains("rollback: run "));
        give(rollback, "toApply", "last");
        passes(
                rollback,
                "APPLIED",
                "Applied: create 1 script, 1 template and 1 binding; change 2 scripts, 1 template and 1 binding.");
        assertTrue(held().contains("a inactive changed let a = 4;"), held()::toString);
        assertTrue(held().contains("B active  let b = 2;"), held()::toString);
    }

    private static String steady(String text) {
        return Steady.text(text).replaceAll("20\\d{6}-\\d{6}-\\d{3}", "<run>").stripTrailing() + "\n";
    }

    @Test
    void aRunOfAnotherServerIsNotTakenBackHere(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        Path journal = folder.resolve(".idp-scripts/local/journal.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replace("\"url\":\"sandbox\"", "\"url\":\"https://other\""));
        give(rollback, "toApply", "last");
        fails(rollback, "CONFIG", " was for environment sandbox at https://other, tenant ");
    }

    @Test
    void whatWasDeletedIsMadeAgain(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        List<String> before = held();
        repo.file("bindings/ldap.yaml", LDAP + "    - {script: b}\n    - {script: a, removed: true}\n")
                .file("scripts/a.yaml", "removed: true\n")
                .file("templates/t.yaml", "removed: true\n");
        repo.delete("scripts/a.rhai").delete("templates/t.rhai");
        passes(apply, "APPLIED", "delete script a");
        give(rollback, "toApply", "last");
        passes(rollback, "APPLIED", "rollback: run ", " removed it");
        assertEquals(before, held());
        meanwhile(server -> assertEquals(
                "Made again by " + System.getProperty("user.name") + ", in a rollback",
                server.versions().all(id(server, "a"), "a").get(0).changeDescription()));
        passes(rollback, "APPLIED", " made it");
        assertFalse(held().toString().contains("let a"), held()::toString);
    }

    @Test
    void whatSomebodyDidAfterAnApplyIsNotUndoneUnlessTold(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        theMistake(apply);
        meanwhile(server -> {
            server.versions().push(id(server, "a"), "a", new Body("let a = 9;\n"), "quick fix");
            server.versions().push(id(server, "c"), "c", new Body("let c = 9;\n"), "their work");
            StoredBinding binding = server.bindings().all().stream()
                    .filter(each -> each.scriptId().equals(id(server, "a")))
                    .findFirst()
                    .orElseThrow();
            BindingSettings settings = binding.settings();
            server.bindings()
                    .rebind(
                            binding.id(),
                            new Slot("Corporate LDAP", BEFORE_CREATE, binding.executionOrder()),
                            new BindingSettings(settings.onFailure(), settings.maxRetries(), 77, settings.enabled()));
        });
        give(rollback, "toApply", "last");
        give(rollback, "dryRun", true);
        passes(
                rollback,
                "DRIFT",
                "Changed on the server, not from these files",
                "pushed version 4 on ",
                "\"quick fix\"",
                "pushed version 3 on ",
                "\"their work\"",
                "changed its settings on ");
        give(rollback, "dryRun", false);
        fails(
                rollback,
                "DRIFT",
                "script a (drift)",
                "script c (drift)",
                "binding Corporate LDAP, before create, order ",
                "-Didp-scripts.overwriteDrift");
        give(rollback, "overwriteDrift", "a, nobody");
        fails(
                rollback,
                "DRIFT",
                "script c (drift)",
                "-Didp-scripts.overwriteDrift names what was not changed on the server: nobody. ");
        give(rollback, "overwriteDrift", "a,c");
        passes(rollback, "APPLIED");
        assertTrue(held().contains("a active the first let a = 3;"), held()::toString);
    }

    @Test
    void onlyWhatConcernsSomeScriptsIsTakenBack(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        theMistake(apply);
        give(rollback, "toApply", "last");
        give(rollback, "script", "c");
        passes(rollback, "APPLIED", "  - script c", "Applied: delete 1 script and 1 binding.");
        assertTrue(held().contains("a inactive changed let a = 4;"), held()::toString);
    }

    @Test
    void theEnvironmentsBrakesHoldForIt(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        theMistake(apply);
        repo.file("environments/sandbox.yaml", SANDBOX + "guards:\n  maxDeletes: 2\n");
        give(rollback, "toApply", "last");
        fails(
                rollback,
                "GUARD",
                "this would delete, unbind or disable 3 of the 7 objects",
                "-Didp-scripts.maxDeletes=3");
        give(rollback, "maxDeletes", 3);
        passes(
                rollback,
                "APPLIED",
                "Applied: change 2 scripts, 1 template and 1 binding; delete 1 script, 1 template and 1 binding.");
    }

    @Test
    void aPlaceThatWasTakenSinceIsTold(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        repo.file("bindings/ldap.yaml", LDAP + "    - {script: a, removed: true}\n");
        passes(apply, "APPLIED");
        meanwhile(server -> {
            UUID b = id(server, "b");
            assertEquals(ScriptStatus.ACTIVE, server.scripts().get(b, "b").status());
            UUID connector = server.connectors().all().stream()
                    .filter(each -> each.name().equals("Corporate LDAP"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            server.bindings()
                    .bind(b, "b", connector, new Slot("Corporate LDAP", BEFORE_CREATE, 10), BindingSettings.DEFAULT);
        });
        give(rollback, "toApply", "last");
        fails(
                rollback,
                "INVALID",
                "binding Corporate LDAP, before create, order 10: in its place there is now b",
                "Nothing was changed.");
    }
}
