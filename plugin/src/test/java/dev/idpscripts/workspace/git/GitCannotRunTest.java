package dev.idpscripts.workspace.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import dev.idpscripts.workspace.file.GitRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is a {@code .git}, a Git that cannot answer is an error in its own words, and never "no Git". */
class GitCannotRunTest {

    private static final String TRUST = "type: git config --global --add safe.directory ";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>(System.getenv());
    private Path top;
    private Repo repo;
    private TestGit person;

    @BeforeEach
    void repository() {
        top = GitRoot.real(folder).resolve("top");
        repo = new Repo(top).file("idp/scripts/a.rhai", "1");
        person = new TestGit(top);
        person.run("init", "-q");
        person.commit("first");
    }

    private Optional<GitHead> ask(String program, Path where, Duration patience) {
        return Git.at(new GitProcess(program, where, variables, patience)).flatMap(GitHead::of);
    }

    private Optional<GitHead> ask(Path where) {
        return ask("git", where, Duration.ofSeconds(30));
    }

    /** Says all of these, with the stable code. */
    private static void says(UserError e, String... texts) {
        assertEquals(ErrorCode.GIT_FAILED, e.code());
        for (String text : texts) {
            assertTrue(e.getMessage().contains(text), text + " is not in " + e.getMessage());
        }
        assertTrue(e.next().endsWith("Nothing was changed."), e.next());
    }

    private void refused(String... texts) {
        says(assertThrows(UserError.class, () -> ask(top.resolve("idp"))), texts);
    }

    private String program(String text) throws IOException {
        Path file = folder.resolve("fake-git");
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file.toString();
    }

    private void refusedBy(String program, Duration patience, String... texts) {
        says(assertThrows(UserError.class, () -> ask(program, top.resolve("idp"), patience)), texts);
    }

    private void refusedBy(String program, String... texts) {
        refusedBy(program, Duration.ofSeconds(30), texts);
    }

    @Test
    void itBelongsToSomebodyElse() {
        variables.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        refused("detected dubious ownership in repository at '" + top + "'", TRUST + top + ".");
    }

    @Test
    void itBelongsToSomebodyElseInTheWordsOfAnOlderGit() throws IOException {
        refusedBy(
                program("echo \"fatal: unsafe repository ('$PWD' is owned by someone else)\" >&2; exit 128"),
                "unsafe repository",
                TRUST + top);
    }

    /** What is to be typed can be typed. */
    @Test
    void itBelongsToSomebodyElseInAFolderWithASpace() {
        Path spaced = folder.resolve("my repo");
        new Repo(spaced).file("a", "1");
        new TestGit(spaced).run("init", "-q");
        variables.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        says(assertThrows(UserError.class, () -> ask(spaced)), TRUST + "'" + GitRoot.real(spaced) + "'.");
    }

    @Test
    void thereIsNoGit() {
        refusedBy(
                folder.resolve("no-git").toString(),
                "there is a .git in " + top + ", but git cannot be run: ",
                "Install Git, or put it on the PATH.");
    }

    @Test
    void itDoesNotEnd() throws IOException {
        refusedBy(program("sleep 60"), Duration.ofMillis(300), "git status in " + top + " did not end in 0.3 s");
    }

    /** It ends, but something that it began keeps its pipes: that is not waited for. Java may see them closed before the time is over. */
    @Test
    void somethingThatItBeganDoesNotEnd() throws IOException {
        refusedBy(program("sleep 60 & exit 0"), Duration.ofMillis(300), "git status ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo Good signature",
                "printf '# branch.oid No signature\\0'",
                "printf '# branch.oid 0123456\\0'",
                "printf '1 .M N... scripts/a.rhai\\0'",
                "printf '? x\\0'",
                "true",
            })
    void itSaysWhatCannotBe(String command) throws IOException {
        refusedBy(program(command), "git status ", "answered what cannot be", "git --version");
    }

    @Test
    void itFailsWithoutAWord() throws IOException {
        refusedBy(program("exit 3"), "it failed without a word", "git -C " + top + " status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitdir: /nowhere/at/all\n", "gitdir:\n", "nonsense\n", ""})
    void aPointerToNowhere(String pointer) {
        Path tree = folder.resolve("worktree");
        new Repo(tree).file(".git", pointer).file("scripts/a.rhai", "1");
        says(assertThrows(UserError.class, () -> ask(tree)), "Git cannot tell about " + GitRoot.real(tree) + ": ");
    }

    @Test
    void aLinkToNowhere() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(tree.resolve(".git"), Path.of("/nowhere"));
        says(assertThrows(UserError.class, () -> ask(tree)), "not a git repository", "Fix " + GitRoot.real(tree));
    }

    @Test
    void anEmptyFolder() {
        Path tree = folder.resolve("empty");
        new Repo(tree).folder(".git");
        says(
                assertThrows(UserError.class, () -> ask(tree)),
                "not a git repository",
                "or remove it if this is to be no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\n", "", "0123456789012345678901234567890123456789\n"})
    void aBranchThatCannotBeRead(String content) {
        String branch = person.run("symbolic-ref", "HEAD");
        repo.file(".git/" + branch, content);
        refused("fatal: ");
    }

    @Test
    void aCommitThatIsBroken() throws IOException {
        String head = person.run("rev-parse", "HEAD");
        Path object = top.resolve(".git/objects/" + head.substring(0, 2) + "/" + head.substring(2));
        assertTrue(object.toFile().setWritable(true));
        Files.writeString(object, "");
        refused("git -C " + top + " fsck");
    }

    @Test
    void anIndexThatIsBroken() {
        repo.file(".git/index", "garbage");
        refused("index file", "git -C " + top + " fsck");
    }

    @Test
    void aConfigurationThatIsBroken() {
        repo.file(".git/config", "[core\n");
        refused("bad config line 1 in file");
    }

    @Test
    void aVariableThatNamesAnotherRepository() {
        Path other = folder.resolve("other");
        new Repo(other).file("a", "1");
        new TestGit(other).run("init", "-q");
        variables.put("GIT_DIR", other.resolve(".git").toString());
        refused(
                "GIT_DIR is set to " + other.resolve(".git"),
                top.resolve(".git").toString(),
                "unset GIT_DIR");
    }

    @Test
    void aVariableThatNamesNothing() {
        variables.put("GIT_DIR", "/nowhere");
        refused("GIT_DIR is set to /nowhere, but ", "unset GIT_DIR");
    }

    @Test
    void aVariableThatNamesNothingWhereThereIsNoRepository() {
        Path plain = folder.resolve("plain");
        new Repo(plain).file("scripts/a.rhai", "1");
        variables.put("GIT_DIR", "/nowhere");
        says(
                assertThrows(UserError.class, () -> ask(plain)),
                "GIT_DIR is set to /nowhere, but ",
                "not a git repository");
    }

    /** A repository beside its files is one, if the variables say so. */
    @Test
    void variablesThatNameARepositoryBesideItsFiles() throws IOException {
        Path apart = folder.resolve("apart.git");
        Files.move(top.resolve(".git"), apart);
        variables.putAll(Map.of("GIT_DIR", apart.toString(), "GIT_WORK_TREE", top.toString()));
        assertEquals("first", ask(top.resolve("idp")).orElseThrow().subject());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        says(assertThrows(UserError.class, () -> ask(elsewhere)), "the files of that repository are in " + top);
    }

    @Test
    void inAHookTheVariableNamesTheSame() {
        for (String same : List.of(".git", top.resolve(".git").toString())) {
            variables.put("GIT_DIR", same);
            assertEquals("first", ask(top.resolve("idp")).orElseThrow().subject());
        }
    }

    @Test
    void aSecondWorktreeIsOne() {
        Path second = folder.resolve("second");
        person.run("worktree", "add", "-q", second.toString());
        assertEquals("first", ask(second.resolve("idp")).orElseThrow().subject());
    }

    @Test
    void noRepositoryIsNone() {
        assertEquals(Optional.empty(), ask("no-such-git", folder, Duration.ofSeconds(1)));
    }
}
