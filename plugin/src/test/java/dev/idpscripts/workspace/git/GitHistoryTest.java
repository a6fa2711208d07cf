package dev.idpscripts.workspace.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Git tells about commits: only what is certain. */
class GitHistoryTest {

    private static final String UNKNOWN = "0123456789012345678901234567890123456789";

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void repository() {
        repo = new Repo(folder.resolve("idp"));
        repo.file("scripts/a.rhai", "1").file("scripts/b.rhai", "1").file("scripts/c.rhai", "1");
        git("init", "-q", "..");
        commit("first");
    }

    private String git(String... arguments) {
        return new TestGit(folder.resolve("idp")).run(arguments);
    }

    private String commit(String message) {
        return new TestGit(folder).commit(message);
    }

    private Checkout about(String... commits) {
        return new GitHistory(new GitRepository(folder.resolve("idp"), Optional.empty())).about(Set.of(commits));
    }

    private static Optional<Boolean> untouched(Checkout checkout, String commit, String file) {
        return checkout.untouched(commit, file);
    }

    @Test
    void touchedIsWhatWasCommittedEditedOrAddedSince() {
        String first = git("rev-parse", "HEAD");
        assertEquals(Optional.of(true), untouched(about(first), first, "scripts/a.rhai"));
        repo.file("scripts/a.rhai", "2");
        assertEquals(Optional.of(false), untouched(about(first), first, "scripts/a.rhai"));
        commit("edit a");
        repo.file("scripts/b.yaml", "status: inactive\n");
        Checkout checkout = about(first);
        assertEquals(Optional.of(false), untouched(checkout, first, "scripts/a.rhai"));
        assertEquals(Optional.of(false), untouched(checkout, first, "scripts/b.rhai"), "what stands beside it counts");
        assertEquals(Optional.of(true), untouched(checkout, first, "scripts/c.rhai"));
    }

    /** A file that was changed and changed back may have been applied in between. */
    @Test
    void whatWasUndoneIsTouched() {
        String first = git("rev-parse", "HEAD");
        repo.file("scripts/a.rhai", "2");
        commit("edit");
        repo.file("scripts/a.rhai", "1");
        commit("and back");
        assertEquals(Optional.of(false), untouched(about(first), first, "scripts/a.rhai"));
    }

    @Test
    void aCommitOfAnotherBranchIsLacking() {
        git("checkout", "-q", "-b", "other");
        repo.file("scripts/a.rhai", "2");
        String other = commit("elsewhere");
        git("checkout", "-q", "-");
        Checkout checkout = about(other, UNKNOWN);
        assertEquals(Set.of(other, UNKNOWN), checkout.lacking());
        assertEquals(Optional.empty(), untouched(checkout, other, "scripts/a.rhai"));
    }

    @Test
    void aShallowCloneConcludesNothing() {
        String first = git("rev-parse", "HEAD");
        repo.file("scripts/a.rhai", "2");
        commit("second");
        Path clone = folder.resolve("clone");
        git("clone", "-q", "--depth", "1", folder.toUri().toString(), clone.toString());
        Checkout checkout =
                new GitHistory(new GitRepository(clone.resolve("idp"), Optional.empty())).about(Set.of(first, UNKNOWN));
        assertEquals(Set.of(), checkout.lacking());
        assertEquals(Optional.empty(), untouched(checkout, first, "scripts/a.rhai"));
    }

    @Test
    void withoutGitNothingIsKnown() {
        Path elsewhere = Path.of("/");
        Checkout checkout = new GitHistory(new GitRepository(elsewhere, Optional.empty())).about(Set.of(UNKNOWN));
        assertTrue(checkout.lacking().isEmpty());
        assertFalse(checkout.untouched(UNKNOWN, "scripts/a.rhai").isPresent());
    }
}
