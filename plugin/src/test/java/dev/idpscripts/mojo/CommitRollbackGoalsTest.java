package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code rollback -Didp-scripts.toCommit} without a script: everything is again as that commit declared it. */
@MojoTest(realRepositorySession = true)
class CommitRollbackGoalsTest extends GoalFixture {

    private String first;

    @BeforeEach
    void history() {
        use(Repo.in(folder)
                .file(".gitignore", "target/\n.idp-scripts/\n")
                .file("scripts/a.rhai", "output.a = \"@@mail-domain@@\";\n")
                .file("scripts/a.yaml", "name: Old name\ndescription: old\nstatus: inactive\n")
                .file("scripts/b.rhai", "output.b = 1;\n")
                .file("scripts/d.rhai", "output.d = 1;\n")
                .file("bindings/ldap.yaml", hook("b", "d"))
                .file("templates/t.rhai", "let t = 1;\n"));
        new TestGit(folder).run("init", "-q", "-b", "main");
        first = commit("first");
    }

    private String commit(String message) {
        return new TestGit(folder).commit(message);
    }

    private static String hook(String... scripts) {
        return "connector: Corporate LDAP\nhooks:\n  before create:\n    - script: "
                + String.join("\n    - script: ", scripts) + "\n";
    }

    private void everythingElse() {
        repo.file("scripts/a.rhai", "output.a = 2;\n")
                .file("scripts/a.yaml", "name: New name\nrenamedFrom: Old name\ndescription: new\n")
                .file("scripts/c.rhai", "output.c = 1;\n")
                .file("bindings/ldap.yaml", hook("d", "c", "b") + "      onFailure: continue\n")
                .file("bindings/hr.yaml", "connector: HR feed\nhooks: {after delete: [{script: c}]}\n")
                .file("templates/t.rhai", "let t = 2;\n")
                .file("templates/u.rhai", "let u = 1;\n");
    }

    /** Applies the first commit and the second, and says what the server held in between. */
    private String appliedTwice(ApplyMojo apply) throws Exception {
        passes(apply, "APPLIED");
        String before = held();
        everythingElse();
        commit("second");
        passes(apply, "APPLIED");
        return before;
    }

    @Test
    void bringsBackAllAndTakesAwayWhatCameLater(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        String before = appliedTwice(apply);
        give(rollback, "toCommit", "HEAD~1");
        give(rollback, "reason", "logins fail");
        give(rollback, "dryRun", true);
        passes(
                rollback,
                "CHANGES",
                "script Old name is renamed from New name",
                "rollback: commit " + first.substring(0, 7) + " has it so",
                "- script c is deleted",
                "- template u is deleted",
                "rollback: commit " + first.substring(0, 7) + " does not have it",
                "Nothing was changed");
        give(rollback, "dryRun", false);
        passes(rollback, "APPLIED", "Read again: everything is as the plan says.");
        assertEquals(before, held());
        give(rollback, "toCommit", first);
        passes(rollback, "NO_CHANGES", "Nothing to roll back.");
        String said = passes(plan, "DRIFT", "who applies this repository, rolled it back", "logins fail");
        assertTrue(said.contains("it is again as commit " + first.substring(0, 7)), said);
    }

    @Test
    void takesAwayWhatCameLaterAlsoIfItWasRolledBackSince(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo ofOne,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        String before = appliedTwice(apply);
        repo.file("scripts/c.rhai", "output.c = 2;\n");
        commit("third");
        passes(apply, "APPLIED");
        give(ofOne, "script", "c");
        passes(ofOne, "APPLIED");
        give(rollback, "toCommit", first);
        passes(rollback, "APPLIED", "- script c is deleted");
        assertEquals(before, held());
    }

    @Test
    void leavesWhatOthersMadeAndWhatWasLeftOverBefore(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        passes(apply, "APPLIED");
        repo.delete("scripts/d.rhai").file("bindings/ldap.yaml", hook("b"));
        String second = commit("d is in no file any more");
        passes(apply, "APPLIED");
        everythingElse();
        repo.file("bindings/ldap.yaml", hook("c", "b"));
        commit("third");
        passes(apply, "APPLIED");
        meanwhile(server -> {
            StoredScript theirs = server.scripts().create("theirs", Optional.empty());
            server.versions().push(theirs.id(), "theirs", new Body("1"), "by hand");
        });
        give(rollback, "toCommit", second);
        passes(rollback, "APPLIED");
        assertEquals(List.of("Old name", "b", "d", "theirs"), there(server -> server.scripts().all().stream()
                .map(StoredScript::name)
                .sorted()
                .toList()));
    }

    @Test
    void undoesNobodysWorkUnlessTold(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        appliedTwice(apply);
        meanwhile(server -> server.versions()
                .push(server.scripts().byName("b").orElseThrow().id(), "b", new Body("output.b = 9;\n"), "quick fix"));
        give(rollback, "toCommit", first);
        refused(rollback, "DRIFT", "script b (drift)");
        give(rollback, "overwriteDrift", "b");
        passes(rollback, "APPLIED");
        give(rollback, "toCommit", "v9");
        refused(rollback, "CONFIG", "-Didp-scripts.toCommit=v9: this clone has no such commit");
        give(rollback, "script", "b");
        refused(rollback, "CONFIG", "-Didp-scripts.toCommit=v9 is not a commit");
    }

    /** All that the server holds, in words. */
    private String held() {
        return there(server -> {
            StringBuilder all = new StringBuilder();
            server.scripts().all().stream()
                    .sorted(Comparator.comparing(StoredScript::name))
                    .forEach(script -> all.append(script.name())
                            .append(' ')
                            .append(script.descriptionText())
                            .append(' ')
                            .append(script.status())
                            .append(' ')
                            .append(server.versions()
                                    .get(script.id(), script.name(), script.currentVersion())
                                    .orElseThrow()
                                    .scriptBody())
                            .append(server.bindings().ofScript(script.id()).stream()
                                    .map(binding -> binding.connectorId() + " " + binding.hook() + " "
                                            + binding.executionOrder() + " " + binding.settings() + "\n")
                                    .sorted()
                                    .toList()));
            server.templates()
                    .all()
                    .forEach(template -> all.append(template.name()).append(' ').append(template.templateBody()));
            return all.toString();
        });
    }
}
