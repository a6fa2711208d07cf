package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hook is a list: what is taken from it is unbound without pruning, whichever line it was; what others bound there stays. */
@MojoTest(realRepositorySession = true)
class HookListGoalsTest extends GoalFixture {

    private static final String FILE = "bindings/ldap.yaml";
    private static final String LDAP = "Corporate LDAP";
    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    @BeforeEach
    void files() {
        use(Repo.in(folder)
                .file(".gitignore", "target/\n.idp-scripts/\n")
                .file("scripts/a.rhai", "output.a = 1;\n")
                .file("scripts/b.rhai", "output.b = 1;\n")
                .file("scripts/c.rhai", "output.c = 1;\n")
                .file(FILE, hook("a", "b", "c")));
        new TestGit(folder).run("init", "-q", "-b", "main");
    }

    private static String hook(String... scripts) {
        return "connector: " + LDAP + "\nhooks:\n  before create:"
                + (scripts.length == 0
                        ? " []\n"
                        : List.of(scripts).stream()
                                .collect(Collectors.joining("\n    - script: ", "\n    - script: ", "\n")));
    }

    private void commit() {
        new TestGit(folder).commit("another");
    }

    /** In the order in which they run. */
    private String bound() {
        return there(server -> server.bindings().all().stream()
                .sorted(Comparator.comparingInt(StoredBinding::executionOrder))
                .map(binding -> name(server, binding.scriptId()))
                .collect(Collectors.joining(" ")));
    }

    private static String name(Server server, UUID id) {
        return server.scripts().get(id, "").name();
    }

    private void somebodyBinds(String script) {
        meanwhile(server -> {
            StoredScript made = server.scripts().byName(script).orElseGet(() -> {
                StoredScript fresh = server.scripts().create(script, Optional.empty());
                server.scripts().activate(fresh.id(), script);
                return fresh;
            });
            server.bindings()
                    .bind(
                            made.id(),
                            script,
                            server.bindings().all().get(0).connectorId(),
                            new Slot(LDAP, HOOK, 70),
                            BindingSettings.DEFAULT);
        });
    }

    @ParameterizedTest
    @CsvSource({"b c, b c", "a c, a c", "a b, a b", "a, a", "'', ''"})
    void whicheverLineWent(
            String left,
            String runs,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        commit();
        passes(apply, "APPLIED");
        repo.file(FILE, hook(left.isEmpty() ? new String[0] : left.split(" ", -1)));
        passes(plan, "CHANGES", "local edit: ", "delete ");
        passes(apply, "APPLIED");
        assertEquals(runs, bound());
        commit();
        passes(plan, "NO_CHANGES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the hook", "the file", "the file and its folder", "a script and its lines"})
    void whateverWentWithIt(
            String gone, @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        commit();
        passes(apply, "APPLIED");
        switch (gone) {
            case "the hook" -> repo.file(FILE, "connector: " + LDAP + "\nhooks: {}\n");
            case "the file" -> repo.delete(FILE).folder("bindings");
            // Git keeps no empty folder: so it is in another clone.
            case "the file and its folder" -> repo.delete(FILE).delete("bindings");
            default -> repo.delete("scripts/c.rhai").file(FILE, hook("a", "b"));
        }
        passes(plan, "CHANGES", "the files declared it, and do no more");
        passes(apply, "APPLIED");
        assertEquals(gone.startsWith("a script") ? "a b" : "", bound());
    }

    @ParameterizedTest
    @CsvSource({"renamed and pulled, CHANGES", "rolled back, DRIFT", "changed, DRIFT"})
    void whateverBecameOfTheScript(
            String became,
            String outcome,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "pull") PullMojo pull,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        commit();
        passes(apply, "APPLIED");
        repo.file("scripts/c.rhai", "output.c = 2;\n");
        commit();
        passes(apply, "APPLIED");
        switch (became) {
            case "rolled back" -> {
                give(rollback, "script", "c");
                give(rollback, "toVersion", "2");
                passes(rollback, "APPLIED");
            }
            case "changed" ->
                meanwhile(server -> server.versions()
                        .push(script(server, "c").id(), "c", new Body("output.c = 3;\n"), "quick fix"));
            default -> {
                meanwhile(server -> server.scripts().rename(script(server, "c").id(), "c", "d"));
                passes(pull, "APPLIED");
            }
        }
        repo.file(FILE, hook());
        passes(plan, outcome, "local edit: the files declared it, and do no more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"was rolled back", "is being renamed"})
    void whatSomebodyUnboundIsDrift(
            String script,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        // No other script tells in whose name this repository is applied.
        repo.delete("scripts/a.rhai").delete("scripts/b.rhai").file(FILE, hook("c"));
        commit();
        passes(apply, "APPLIED");
        if (script.equals("was rolled back")) {
            // To what the files say, so that only the binding differs.
            meanwhile(server ->
                    server.versions().push(script(server, "c").id(), "c", new Body("output.c = 9;\n"), "quick fix"));
            give(rollback, "script", "c");
            passes(rollback, "APPLIED");
        } else {
            for (String name : List.of("d", "e")) {
                // Neither was applied, and the second is not committed.
                repo.file("scripts/c.yaml", "name: " + name + "\nrenamedFrom: c\n")
                        .file(FILE, hook(name));
                if (name.equals("d")) {
                    commit();
                }
            }
        }
        meanwhile(server -> {
            StoredBinding there =
                    server.bindings().ofScript(script(server, "c").id()).get(0);
            server.bindings().unbind(there.id(), new Slot(LDAP, HOOK, there.executionOrder()));
        });
        passes(plan, "DRIFT", "removed a binding of it from this connector");
    }

    private static StoredScript script(Server server, String name) {
        return server.scripts().byName(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"theirs, in a clone", "c, in a clone", "theirs, without Git", "c, without Git"})
    void whatOthersBoundStays(
            String script,
            String where,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        repo.file(FILE, hook("a", "b"));
        if (where.equals("in a clone")) {
            commit();
        } else {
            Files.move(folder.resolve(".git"), folder.resolve(".no-git"));
        }
        passes(apply, "APPLIED");
        somebodyBinds(script);
        passes(plan, "NO_CHANGES");
        repo.file(FILE, hook("a"));
        passes(apply, "APPLIED", "delete 1 of 3 bindings");
        assertEquals("a " + script, bound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b"})
    void whatSomebodyBoundAgainIsNotUnboundInSilence(
            String script, @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        commit();
        passes(apply, "APPLIED");
        repo.file(FILE, hook("a")).file("scripts/a.rhai", "output.a = 2;\n");
        commit();
        passes(apply, "APPLIED");
        somebodyBinds(script);
        passes(plan, "DRIFT", "drift: the files declared it, and do no more", "bound it");
        refused(apply, "DRIFT", "binding Corporate LDAP, before create, order 70 (drift)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c"})
    void aScriptThatWasHandedOverToAnotherRepositoryStaysBound(
            String script, @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        commit();
        passes(apply, "APPLIED");
        Body body = new Body("output.c = 2;\n");
        meanwhile(server -> server.versions()
                .push(
                        server.scripts().byName(script).orElseThrow().id(),
                        script,
                        body,
                        Provenance.of("taken over", "other", Provenance.NO_COMMIT, body)
                                .format()));
        repo.delete("scripts/c.rhai").file(FILE, hook("a", "b"));
        commit();
        passes(plan, "NO_CHANGES");
        assertEquals("a b c", bound());
    }
}
