package dev.idpscripts.workspace.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user has told Git, what it tells us is the same, and nothing of the user's runs. */
class HostileConfigurationTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>(System.getenv());
    private Repo repo;
    private TestGit person;
    private String first;

    /** Signed, with a name that would be quoted, a rename, an edit and a file that Git does not know. */
    @BeforeEach
    void repository() {
        repo = new Repo(folder.resolve("top"));
        repo.file("idp/scripts/a.rhai", "1")
                .file("idp/scripts/Prüfung \"1\".rhai", "1")
                .file("idp/scripts/b.rhai", "1");
        repo.file("outside", "1");
        person = new TestGit(folder.resolve("top"));
        person.run("init", "-q");
        first = person.commit("first");
        repo.file("idp/scripts/Prüfung \"1\".rhai", "2");
        person.commit("second");
        repo.delete("idp/scripts/b.rhai").file("idp/scripts/c.rhai", "1");
        person.commit("third ü");
        sign();
        repo.file("idp/scripts/a.rhai", "3").file("idp/scripts/new.rhai", "1");
    }

    /** As if with {@code commit -S}: needs no key, for nobody is to look at it. */
    private void sign() {
        String commit = person.run("cat-file", "commit", "HEAD");
        String signed = commit.replaceFirst(
                "\n\n", "\ngpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----\n\n");
        repo.file(".git/signed", signed + "\n");
        person.run("reset", "-q", "--soft", person.run("hash-object", "-t", "commit", "-w", ".git/signed"));
    }

    private Git git() {
        return Git.at(new GitProcess("git", folder.resolve("top/idp"), variables, Duration.ofSeconds(30)))
                .orElseThrow();
    }

    private record Told(GitHead head, Checkout checkout) {}

    private Told told() {
        Git git = git();
        return new Told(GitHead.of(git).orElseThrow(), GitHistory.about(git, Set.of(first), Optional.empty()));
    }

    /** What is told without any of it; what it is, so that the others cannot agree in being wrong. */
    private Told truth() {
        Told told = told();
        assertEquals(person.run("rev-parse", "HEAD"), told.head().commit());
        assertEquals(person.run("rev-parse", "HEAD:idp"), told.head().tree());
        assertEquals("third ü", told.head().subject());
        assertTrue(told.head().dirty());
        assertEquals(
                Set.of(
                        "scripts/a.rhai",
                        "scripts/Prüfung \"1\".rhai",
                        "scripts/b.rhai",
                        "scripts/c.rhai",
                        "scripts/new.rhai"),
                told.checkout().touchedSince().get(first));
        return told;
    }

    @ParameterizedTest
    @CsvSource({
        "log.showSignature, true",
        "log.showRoot, false",
        "log.follow, true",
        "log.decorate, full",
        "log.diffMerges, first-parent",
        "log.mailmap, true",
        "log.abbrevCommit, true",
        "format.pretty, %an %s",
        "color.ui, always",
        "color.status, always",
        "column.ui, always",
        "core.quotePath, true",
        "core.abbrev, 4",
        "core.pager, false",
        "core.excludesFile, ../../excludes",
        "core.untrackedCache, true",
        "core.warnAmbiguousRefs, true",
        "diff.noprefix, true",
        "diff.mnemonicPrefix, true",
        "diff.relative, true",
        "diff.renames, copies",
        "diff.external, false",
        "diff.orderFile, /nowhere",
        "diff.ignoreSubmodules, all",
        "status.short, true",
        "status.branch, true",
        "status.showUntrackedFiles, no",
        "status.showStash, true",
        "status.relativePaths, true",
        "status.renames, copies",
        "status.submoduleSummary, true",
        "submodule.recurse, true",
        "i18n.logOutputEncoding, UTF-16",
        "pager.status, true",
        "alias.status, log",
        "gpg.program, false",
    })
    void aKeyOfTheConfiguration(String key, String value) {
        repo.file("excludes", "*.rhai\n").file("../excludes", "*.rhai\n");
        Told truth = truth();
        person.run("config", key, value);
        assertEquals(truth, told());
    }

    @ParameterizedTest
    @CsvSource({
        "GIT_WORK_TREE, /",
        "GIT_INDEX_FILE, /nowhere",
        "GIT_OBJECT_DIRECTORY, /nowhere",
        "GIT_COMMON_DIR, /nowhere",
        "GIT_NAMESPACE, other",
        "GIT_CEILING_DIRECTORIES, /",
        "GIT_EXTERNAL_DIFF, false",
        "GIT_PAGER, false",
        "GIT_TRACE, 1",
        "GIT_LITERAL_PATHSPECS, 0",
        "GIT_ICASE_PATHSPECS, 1",
        "GIT_SHALLOW_FILE, /nowhere",
        "GIT_DIR, .git",
        "LANGUAGE, de",
        "LC_ALL, de_DE.UTF-8",
    })
    void aVariable(String name, String value) {
        Told truth = truth();
        variables.put(name, value);
        assertEquals(truth, told());
    }

    @Test
    void aConfigurationInVariables() {
        Told truth = truth();
        variables.putAll(Map.of(
                "GIT_CONFIG_COUNT",
                "2",
                "GIT_CONFIG_KEY_0",
                "log.showSignature",
                "GIT_CONFIG_VALUE_0",
                "true",
                "GIT_CONFIG_KEY_1",
                "core.fsmonitor",
                "GIT_CONFIG_VALUE_1",
                "false-monitor",
                "GIT_CONFIG_PARAMETERS",
                "'status.showuntrackedfiles'='no'"));
        assertEquals(truth, told());
    }

    /** Programs that the configuration names for other ends leave a mark if they run. */
    @ParameterizedTest
    @ValueSource(strings = {"core.fsmonitor", "diff.external", "core.pager", "gpg.program", "diff.textual.textconv"})
    void noProgramOfTheUsersRuns(String key) throws IOException {
        Told truth = truth();
        Path mark = folder.resolve("mark");
        person.run("config", key, program("program", "touch '" + mark + "'"));
        repo.file(".git/info/attributes", "*.rhai diff=textual\n");
        assertEquals(truth, told());
        assertFalse(Files.exists(mark));
    }

    @Test
    void noHookRuns() throws IOException {
        Told truth = truth();
        Path mark = folder.resolve("mark");
        for (String hook : List.of("post-index-change", "fsmonitor-watchman", "reference-transaction")) {
            program("top/.git/hooks/" + hook, "touch '" + mark + "'");
        }
        // What git would write into the index if it might.
        repo.file("idp/scripts/c.rhai", "1");
        assertEquals(truth, told());
        assertFalse(Files.exists(mark));
    }

    private String program(String name, String command) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file.toString();
    }

    @Test
    void anotherCommitInItsPlace() {
        Told truth = truth();
        person.run("replace", "HEAD", first);
        assertEquals(truth, told());
    }

    @Test
    void otherParents() {
        Told truth = truth();
        repo.file(".git/info/grafts", truth.head().commit() + "\n");
        assertEquals(truth, told());
    }

    @Test
    void aRulesetThatIgnoresScripts() {
        Told truth = truth();
        repo.file(".git/info/exclude", "*.rhai\n");
        assertEquals(truth, told());
    }

    @Test
    void aBranchOfTheNameOfHead() {
        Told truth = truth();
        person.run("update-ref", "refs/heads/HEAD", first);
        assertEquals(truth, told());
    }

    /** What a merge brings is in the commits that it merges; only what it makes up itself is in none of them. */
    @Test
    void aMergeTouchesWhatItsCommitsTouched() {
        person.commit("fourth");
        String base = person.run("rev-parse", "HEAD");
        person.run("checkout", "-q", "-b", "side", first);
        repo.file("idp/scripts/side.rhai", "1");
        person.commit("side");
        person.run("checkout", "-q", "-");
        person.run("merge", "-q", "--no-commit", "side");
        repo.file("idp/scripts/a.rhai", "merged");
        person.commit("merge");
        assertEquals(
                Optional.of(Set.of("scripts/side.rhai", "scripts/a.rhai")),
                Optional.ofNullable(GitHistory.about(git(), Set.of(base), Optional.empty())
                        .touchedSince()
                        .get(base)));
    }

    @Test
    void aMessageInItsOwnEncoding() throws IOException {
        repo.file(".git/message", "Größe".getBytes(ISO_8859_1));
        person.run("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "--allow-empty", "-F", ".git/message");
        assertEquals("Größe", told().head().subject());
    }
}
