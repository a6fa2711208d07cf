package dev.idpscripts.workspace.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit says what its files say, whatever lies in the folder now. */
class CommitFilesTest {

    @TempDir
    Path folder;

    private Path idp;
    private Repo repo;

    @BeforeEach
    void repository() {
        idp = folder.resolve("idp");
        repo = Repo.in(idp)
                .file("scripts/naming/login name.rhai", "attributes.uid = \"@@mail-domain@@\";\r\n")
                .file("scripts/naming/login name.yaml", "name: Größe\nstatus: inactive\n")
                .file("scripts/naming/login name.tests.yaml", "tests: [{name: t, context: {}, expect: {output: {}}}]\n")
                .file("scripts/b.rhai", "let b = 1;\n")
                .file("bindings/ldap.yaml", "connector: Corporate LDAP\nhooks:\n  before create:\n    - script: b\n")
                .file("templates/t.rhai", "let @@mail-domain@@ = 1;\n");
        git("init", "-q", "..");
    }

    private String git(String... arguments) {
        return new TestGit(idp).run(arguments);
    }

    private String commit() {
        return new TestGit(folder).commit("all");
    }

    private Declarations here() {
        return new Workspace(idp).read(new Environments(idp).choose(null));
    }

    private Declarations at(String commit) {
        SourceTree tree = new SourceTree(idp, Optional.of(CommitFiles.of(idp, "at", commit)));
        return new Workspace(tree).read(new Environments(tree).choose(null));
    }

    private List<String> names(String commit) {
        return at(commit).scripts().stream().map(Script::name).sorted().toList();
    }

    private String problem() {
        InvalidFiles e = assertThrows(InvalidFiles.class, () -> at("HEAD"));
        assertEquals(1, e.problems().size());
        return e.problems().get(0).toString();
    }

    @Test
    void saysWhatTheFilesSaidThen() {
        Declarations then = here();
        String commit = commit();
        repo.file("scripts/b.rhai", "let b = 2;\n").delete("bindings/ldap.yaml").file("scripts/c.rhai", "1\n");
        repo.file("environments/sandbox.yaml", "url: sandbox\n");
        assertEquals(then, at(commit));
        assertEquals(then, at("HEAD"));
        git("tag", "-a", "v1", "-m", "first");
        commit();
        assertEquals(then, at("v1"));
        assertEquals(then, at(" HEAD~1 "));
        assertEquals(then, at(commit.substring(0, 9)));
    }

    @Test
    void saysOfItselfWhatACheckoutWould() {
        commit();
        GitHead there = GitHead.of(idp).orElseThrow();
        repo.file("scripts/b.rhai", "edited");
        assertEquals(
                Optional.of(there), CommitFiles.of(idp, "at", "HEAD").commit().head());
    }

    @Test
    void passesOverWhatIsHiddenAndComplainsOfWhatIsMisnamed() {
        repo.file("scripts/.draft/x.rhai", "1").file("scripts/#x.rhai", "1").file("scripts/README.md", "1");
        commit();
        assertEquals(List.of("Größe", "b"), names("HEAD"));
        repo.file("scripts/x.rhai.txt", "1");
        commit();
        assertEquals(
                "scripts/x.rhai.txt:1:1: files ending in .txt are not read; rename it to scripts/x.rhai", problem());
    }

    @Test
    void followsLinksWithinTheCommitAndNoOthers() throws IOException {
        repo.file("shared/s.rhai", "let s = 1;\n").file("shared/more/m.rhai", "let m = 1;\n");
        Files.createSymbolicLink(idp.resolve("scripts/s.rhai"), Path.of("../shared/s.rhai"));
        Files.createSymbolicLink(idp.resolve("scripts/more"), Path.of("../shared/more"));
        Declarations then = here();
        commit();
        assertEquals(List.of("Größe", "b", "m", "s"), names("HEAD"));
        assertEquals(then, at("HEAD"));
        Files.createSymbolicLink(idp.resolve("scripts/out.rhai"), Path.of("../../elsewhere.rhai"));
        commit();
        assertEquals("scripts/out.rhai:1:1: is a link that leads out of the commit", problem());
    }

    @Test
    void aFolderThatWasNotThereIsNoEmptyOne() {
        new TestGit(folder).run("commit", "-q", "--allow-empty", "-m", "nothing yet");
        UserError e = assertThrows(UserError.class, () -> at("HEAD"));
        assertTrue(e.getMessage().contains("there is no folder environments"), e.getMessage());
        git("add", "environments");
        git("commit", "-q", "-m", "environments");
        UserError missing = assertThrows(UserError.class, () -> at("HEAD"));
        assertTrue(missing.getMessage().contains("there is no folder scripts"), missing.getMessage());
        assertTrue(missing.getMessage().contains("at that commit"), missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--all",
                "HEAD~99",
                "0123456789012345678901234567890123456789",
                "HEAD:idp",
                "a\nHEAD",
                "HEAD HEAD"
            })
    void whatIsNoCommitIsRefused(String name) {
        commit();
        UserError e = assertThrows(UserError.class, () -> CommitFiles.of(idp, "at", name));
        assertTrue(e.getMessage().contains("this clone has no such commit"), e.getMessage());
    }

    @Test
    void withoutGitThereIsNone() throws IOException {
        Files.move(folder.resolve(".git"), folder.resolve("no-git"));
        UserError e = assertThrows(UserError.class, () -> CommitFiles.of(idp, "at", "HEAD"));
        assertTrue(e.getMessage().contains("is in no Git repository"), e.getMessage());
    }
}
