package dev.idpscripts.workspace.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit that the files are at, asked of a real Git. */
class GitHeadTest {

    @TempDir
    Path folder;

    private void git(String... arguments) {
        new TestGit(folder).run(arguments);
    }

    @Test
    void isTheLastCommitAndWhetherFilesDifferFromIt() throws Exception {
        Repo repo = new Repo(folder).file("idp/scripts/a.rhai", "1").file("other/b", "1");
        git("init", "-q");
        assertEquals(Optional.empty(), GitHead.of(folder));

        git("add", "-A");
        // By a file: as an argument, the letter would depend on the machine's locale.
        repo.file(".git/message", "Subject [idp-scripts x] ü\n\nBody");
        git("commit", "-q", "-F", folder.resolve(".git/message").toString());
        GitHead head = GitHead.of(folder.resolve("idp")).orElseThrow();
        assertTrue(head.commit().matches("[0-9a-f]{40}"), head.commit());
        assertEquals("Subject [idp-scripts x] ü", head.subject());
        assertFalse(head.dirty());

        repo.file("other/b", "2");
        assertFalse(GitHead.of(folder.resolve("idp")).orElseThrow().dirty(), "a change elsewhere does not count");
        repo.file("idp/scripts/new.rhai", "1");
        assertTrue(GitHead.of(folder.resolve("idp")).orElseThrow().dirty());
    }

    @Test
    void isNothingOutsideARepository() {
        assertEquals(Optional.empty(), GitHead.of(folder));
    }
}
