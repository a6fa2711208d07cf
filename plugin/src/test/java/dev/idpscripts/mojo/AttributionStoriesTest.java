package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose change it is, in the stories in which it was told wrongly (issue 20): real goals, real Git. */
@MojoTest(realRepositorySession = true)
class AttributionStoriesTest extends GoalFixture {

    private static final String HOOKS = "connector: Corporate LDAP\nhooks:\n  before create:\n    - script: a\n";

    private String applied;

    @BeforeEach
    void files() {
        use(Repo.in(folder)
                .file(".gitignore", "target/\n.idp-scripts/\n")
                .file("scripts/a.rhai", "output.a = 1;\n")
                .file("scripts/b.rhai", "output.b = 1;\n")
                .file("bindings/ldap.yaml", HOOKS)
                .file("templates/t.rhai", "let t = 1;\n"));
        git("init", "-q", "-b", "main");
        applied = commit("first");
    }

    private String git(String... arguments) {
        return new TestGit(folder).run(arguments);
    }

    private String commit(String message) {
        return new TestGit(folder).commit(message);
    }

    private void a(String body) {
        repo.file("scripts/a.rhai", body);
    }

    private static StoredScript stored(Server server, String name) {
        return server.scripts().byName(name).orElseThrow();
    }

    private void somebodyPushes(String body) {
        meanwhile(server -> server.versions().push(stored(server, "a").id(), "a", new Body(body), "quick fix"));
    }

    private String live() {
        return there(server -> {
            StoredScript script = stored(server, "a");
            return server.versions()
                    .get(script.id(), "a", script.currentVersion())
                    .orElseThrow()
                    .scriptBody();
        });
    }

    @Test
    void whatSomebodySaysBesideAnEditHereIsPulled(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "pull") PullMojo pull) throws Exception {
        repo.file("scripts/a.yaml", "description: from here\nstatus: active\n");
        commit("described");
        passes(apply, "APPLIED");
        repo.file("scripts/a.yaml", "description: from here\nstatus: inactive\n");
        meanwhile(server -> server.scripts().describe(stored(server, "a").id(), "a", "from there"));
        passes(pull, "APPLIED");
        assertTrue(repo.read("scripts/a.yaml").endsWith("description: from there\nstatus: inactive\n"));
    }

    @Test
    void anEmergencySwitchIsNoEditOfTheFiles(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "deactivate") DeactivateMojo deactivate,
            @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        passes(apply, "APPLIED");
        give(deactivate, "script", "a");
        passes(deactivate, "APPLIED");
        repo.file("scripts/a.yaml", "description: An edit that is not committed\n");
        passes(
                plan,
                "DRIFT",
                "drift: it is inactive on the server",
                "who applies this repository, made it inactive",
                "To keep it, pull it into the files");
        refused(apply, "DRIFT", "script a (drift)");
    }

    @Test
    void aFixOfWhatWasPulledIsAnEdit(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "pull") PullMojo pull,
            @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        passes(apply, "APPLIED");
        a("output.a = 2;\n");
        commit("second");
        passes(apply, "APPLIED");
        give(rollback, "script", "a");
        give(rollback, "reason", "logins fail");
        passes(rollback, "APPLIED");
        String said = passes(plan, "DRIFT", "who applies this repository, rolled it back", "logins fail");
        assertTrue(
                said.contains("it is again as commit " + applied.substring(0, 7) + " of Ada, \"first\", said"), said);
        passes(pull, "APPLIED");
        passes(plan, "NO_CHANGES");
        commit("Take the rollback over");
        a("output.a = 3;\n");
        passes(plan, "CHANGES", "local edit");
        commit("A proper fix");
        passes(plan, "CHANGES", "local edit");
        passes(apply, "APPLIED");
    }

    @Test
    void afterAdoptionAnEditIsAnEdit(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        meanwhile(server -> {
            StoredScript made = server.scripts().create("theirs", Optional.empty());
            server.versions().push(made.id(), "theirs", new Body("output.c = 1;\n"), "made by hand");
            server.scripts().activate(made.id(), "theirs");
        });
        repo.file("scripts/theirs.rhai", "output.c = 1;\n");
        commit("Adopt what is there");
        passes(plan, "NO_CHANGES");
        repo.file("scripts/theirs.rhai", "output.c = 2;\n");
        passes(plan, "CHANGES", "local edit");
        commit("Edit it");
        passes(plan, "CHANGES", "local edit");
    }

    @Test
    void aBranchThatIsBehindRevertsNobody(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        git("checkout", "-q", "-b", "mine");
        a("output.a = \"mine\";\n");
        commit("mine");
        git("checkout", "-q", "main");
        a("output.a = \"colleague\";\n");
        String theirs = commit("The colleague's");
        passes(apply, "APPLIED");
        git("checkout", "-q", "mine");
        passes(
                plan,
                "BEHIND",
                "behind: the file differs from version 3",
                "commit " + theirs.substring(0, 7)
                        + " of Ada, \"The colleague's\", says so, and it is not in this checkout",
                "merge the commits that are named first");
        refused(apply, "BEHIND", "script a (behind)");
        assertEquals("output.a = \"colleague\";\n", live());
        git("-c", "user.name=a", "-c", "user.email=b", "merge", "-q", "-s", "ours", "-m", "merge", "main");
        passes(plan, "CHANGES", "local edit");
    }

    @Test
    void whatThisCloneDoesNotHaveIsAhead(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        a("output.a = \"colleague\";\n");
        String theirs = commit("The colleague's");
        passes(apply, "APPLIED");
        git("reset", "-q", "--hard", applied);
        git("reflog", "expire", "--expire=now", "--all");
        git("gc", "-q", "--prune=now");
        a("output.a = \"mine\";\n");
        commit("mine");
        passes(
                plan,
                "BEHIND",
                "it was applied from commit " + theirs.substring(0, 7) + ", which is not in this checkout");
    }

    @Test
    void aRevertIsAnEdit(@InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        passes(apply, "APPLIED");
        a("output.a = 2;\n");
        commit("second");
        passes(apply, "APPLIED");
        git("-c", "user.name=a", "-c", "user.email=b", "revert", "--no-edit", "HEAD");
        passes(plan, "CHANGES", "local edit");
        passes(apply, "APPLIED");
        assertEquals("output.a = 1;\n", live());
    }

    @Test
    void aSquashedBranchThatWasAppliedIsThisRepositorys(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        git("checkout", "-q", "-b", "feature");
        a("output.a = 2;\n");
        commit("half");
        a("output.a = 3;\n");
        commit("whole");
        passes(apply, "APPLIED");
        git("checkout", "-q", "main");
        git("merge", "-q", "--squash", "feature");
        commit("Feature, squashed");
        git("branch", "-q", "-D", "feature");
        passes(plan, "NO_CHANGES");
        a("output.a = 4;\n");
        passes(plan, "CHANGES", "local edit");
        commit("Go on");
        passes(plan, "CHANGES", "local edit");
    }

    @Test
    void aRebasedBranchIsThisRepositorys(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        a("output.a = 2;\n");
        commit("second");
        passes(apply, "APPLIED");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-q", "--amend", "-m", "second, said better");
        a("output.a = 3;\n");
        commit("third");
        passes(plan, "CHANGES", "local edit");
    }

    @Test
    void aCherryPickToAReleaseBranchIsThisRepositorys(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        git("branch", "release");
        repo.file("scripts/b.rhai", "output.b = 2;\n");
        commit("not for the release");
        a("output.a = 2;\n");
        String fix = commit("the fix");
        git("checkout", "-q", "release");
        git("-c", "user.name=a", "-c", "user.email=b", "cherry-pick", fix);
        passes(apply, "APPLIED");
        git("checkout", "-q", "main");
        passes(plan, "CHANGES", "local edit", "script b gets a new body");
    }

    @Test
    void ofWhatHasNoVersionsTheFilesTellToo(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        meanwhile(server -> {
            StoredBinding binding =
                    server.bindings().ofScript(stored(server, "a").id()).get(0);
            Slot slot = new Slot("Corporate LDAP", binding.hook(), 10);
            server.bindings().rebind(binding.id(), slot, new BindingSettings(FailurePolicy.CONTINUE, 0, 30, true));
        });
        repo.file("scripts/b.rhai", "output.b = 2;\n");
        passes(plan, "DRIFT", "drift: the server has other settings", "local edit");
        // The same words in the files, once committed, make it this repository's; the next edit is one.
        repo.file("bindings/ldap.yaml", HOOKS + "      onFailure: continue\n");
        commit("Take the settings over");
        passes(plan, "CHANGES", "script b");
        repo.file("bindings/ldap.yaml", HOOKS + "      onFailure: retry\n");
        commit("Others");
        String said = passes(plan, "CHANGES", "local edit: the server has other settings");
        assertFalse(said.contains("drift"), said);
    }

    @Test
    void whatSomebodyPushedAndThePullWasCommittedIsThisRepositorys(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "pull") PullMojo pull)
            throws Exception {
        passes(apply, "APPLIED");
        somebodyPushes("output.a = 9;\n");
        passes(plan, "DRIFT", "drift: the file differs from version 3", "\"quick fix\"");
        passes(pull, "APPLIED");
        a("output.a = 10;\n");
        // Not committed in between, so nothing proves that the files knew it.
        passes(plan, "CONFLICT", "conflict: the file differs from version 3");
        a("output.a = 9;\n");
        commit("Take the quick fix over");
        a("output.a = 10;\n");
        passes(plan, "CHANGES", "local edit");
        passes(apply, "APPLIED");
    }

    @Test
    void aBranchThatIsBehindPrunesNobodysScript(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        git("checkout", "-q", "-b", "theirs");
        repo.file("scripts/new.rhai", "output.n = 1;\n");
        commit("A new one");
        passes(apply, "APPLIED");
        git("checkout", "-q", "main");
        give(plan, "prune", true);
        passes(plan, "BEHIND", "script new is deleted", "\"A new one\", says so, and it is not in this checkout");
        give(apply, "prune", true);
        refused(apply, "BEHIND", "script new (behind)");
    }

    @Test
    void aRenameOnBothSides(@InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        passes(apply, "APPLIED");
        git("checkout", "-q", "-b", "theirs");
        repo.file("scripts/a.yaml", "name: Their name\nrenamedFrom: a\n")
                .file("bindings/ldap.yaml", HOOKS.replace("script: a", "script: Their name"));
        String theirs = commit("Their rename");
        passes(apply, "APPLIED");
        git("checkout", "-q", "main");
        repo.file("scripts/a.yaml", "name: Our name\nrenamedFrom: a\n")
                .file("bindings/ldap.yaml", HOOKS.replace("script: a", "script: Our name"));
        commit("Our rename");
        passes(
                plan,
                "BEHIND",
                "behind: the server has it as \"Their name\"",
                "commit " + theirs.substring(0, 7) + " of Ada, \"Their rename\", says so");
        refused(apply, "BEHIND", "script Our name (behind)");
    }

    @Test
    void whatSomebodyRenamedAndPushedIsNotMadeAgain(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        for (String[] names : new String[][] {{"a", "Better"}, {"Better", "Best"}}) {
            repo.file("scripts/a.yaml", "name: " + names[1] + "\nrenamedFrom: " + names[0] + "\n")
                    .file("bindings/ldap.yaml", HOOKS.replace("script: a", "script: " + names[1]));
            commit(names[1]);
            passes(apply, "APPLIED");
        }
        repo.file("scripts/a.yaml", "name: Best\n");
        commit("It was renamed everywhere");
        meanwhile(server -> {
            UUID id = stored(server, "Best").id();
            server.scripts().rename(id, "Best", "Theirs");
            server.versions().push(id, "Theirs", new Body("output.a = 9;\n"), "quick fix");
        });
        give(plan, "prune", true);
        String said =
                passes(plan, "CONFLICT", "script Best is renamed from Theirs and gets a new body", "\"quick fix\"");
        assertFalse(said.contains("is created") || said.contains("is deleted"), said);
    }

    @Test
    void aRenameHidesNobodysChange(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        meanwhile(server -> {
            StoredScript a = stored(server, "a");
            server.scripts().deactivate(a.id(), "a");
            StoredBinding binding = server.bindings().ofScript(a.id()).get(0);
            server.bindings()
                    .rebind(
                            binding.id(),
                            new Slot("Corporate LDAP", binding.hook(), 10),
                            new BindingSettings(FailurePolicy.CONTINUE, 0, 30, true));
        });
        repo.file("scripts/a.yaml", "name: Better\nrenamedFrom: a\n")
                .file("bindings/ldap.yaml", HOOKS.replace("script: a", "script: Better"));
        commit("A better name");
        passes(
                plan,
                "DRIFT",
                "local edit: the server has it as \"a\"",
                "drift: it is inactive on the server",
                "drift: the server has other settings");
    }

    @Test
    void aFormerNameThatAnotherScriptTookTellsNothing(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        repo.file("scripts/c.rhai", "output.b = 1;\n")
                .file("scripts/c.yaml", "renamedFrom: b\n")
                .delete("scripts/b.rhai");
        commit("b is called c");
        passes(apply, "APPLIED");
        repo.file("scripts/b.rhai", "output.other = 1;\n").file("scripts/b.yaml", "status: inactive\n");
        repo.file("scripts/c.yaml", "description: It was b\n");
        commit("Another b");
        passes(apply, "APPLIED");
        meanwhile(server -> server.scripts().deactivate(stored(server, "c").id(), "c"));
        passes(plan, "DRIFT", "drift: it is inactive on the server");
    }
}
