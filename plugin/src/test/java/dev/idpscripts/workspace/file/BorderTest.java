package dev.idpscripts.workspace.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.create.Scaffold;
import dev.idpscripts.workspace.select.SingleScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside the repository is read or written because a link in it says so, and nothing that is too large is read at all. */
class BorderTest {

    private static final String SECRET = "s3cr3t";

    @TempDir
    Path disk;

    private Path git;
    private Path folder;
    private Path secret;
    private Repo repo;

    /** A repository in a folder of a Git repository, and a secret beside that. */
    @BeforeEach
    void repositoryAndSecret() throws IOException {
        git = disk.resolve("clone");
        folder = git.resolve("idp");
        Files.createDirectories(folder);
        Files.createDirectories(git.resolve(".git"));
        repo = Repo.in(folder).file("scripts/a.rhai", "1").folder("templates").folder("bindings");
        secret = Files.writeString(Files.createDirectories(disk.resolve("out")).resolve("x.rhai"), SECRET);
        Files.writeString(disk.resolve("out/x.yaml"), "name: " + SECRET);
    }

    private Environment environment() {
        return new Environments(folder).choose("sandbox");
    }

    private Declarations read() {
        return new Workspace(folder).read(environment());
    }

    private void refused(String name, Path real) throws IOException {
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                name + ":1:1: leads out of the repository, to " + real.toRealPath()
                        + "; only what is in the repository is read and written: put a copy of it here",
                e.problems().get(0).toString());
        assertEquals(1, e.problems().size(), e.problems().toString());
    }

    private void link(String name, Path to) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/x.rhai",
                "scripts/a.yaml",
                "scripts/a.tests.yaml",
                "scripts/a.tests.snap",
                "templates/x.rhai",
                "bindings/x.yaml",
                "environments/x.yaml",
                "environments/sandbox.yaml"
            })
    void aLinkToAFileOutside(String name) throws IOException {
        link(name, secret);
        refused(name, secret);
        link(name, Path.of("../../../out/x.rhai"));
        refused(name, secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/sub", "scripts", "bindings", "templates", "environments"})
    void aLinkToAFolderOutside(String name) throws IOException {
        if (name.equals("scripts") || name.equals("environments")) {
            repo.delete(name.equals("scripts") ? "scripts/a.rhai" : "environments/sandbox.yaml");
        }
        link(name, disk.resolve("out"));
        refused(name, disk.resolve("out"));
    }

    @Test
    void aLinkBehindAnother() throws IOException {
        Files.createDirectories(git.resolve("shared"));
        Files.createSymbolicLink(git.resolve("shared/y.rhai"), secret);
        link("scripts/shared", Path.of("../../shared"));
        refused("scripts/shared/y.rhai", secret);
    }

    @Test
    void gitsOwnFolder() throws IOException {
        Path config = Files.writeString(git.resolve(".git/config"), SECRET);
        link("scripts/x.rhai", config);
        refused("scripts/x.rhai", config);
    }

    @Test
    void withoutGitTheFolderIsTheBorder() throws IOException {
        Path shared = Files.createDirectories(git.resolve("shared"));
        link("scripts/shared", shared);
        assertEquals(1, read().scripts().size());

        Files.delete(git.resolve(".git"));
        refused("scripts/shared", shared);
    }

    @Test
    void linksInsideAreFollowed() throws IOException {
        Files.createDirectories(git.resolve("shared"));
        Files.writeString(git.resolve("shared/y.rhai"), "2");
        link("scripts/shared", Path.of("../../shared"));
        link("scripts/b.rhai", Path.of("a.rhai"));

        assertEquals(
                List.of("a", "b", "y"),
                read().scripts().stream().map(script -> script.name()).toList());
    }

    @Test
    void aRepositoryThatIsReachedByALink() throws IOException {
        Path link = Files.createSymbolicLink(disk.resolve("link"), folder);
        repo.file("scripts/sub/b.rhai", "1");

        assertEquals(2, new Workspace(link).read(environment()).scripts().size());
        assertEquals(Optional.empty(), new Border(link).refusal(link.resolve("scripts/new.rhai")));
    }

    @Test
    void aContextAndAScriptThatAnOptionNames() throws IOException {
        SingleScript single = new SingleScript(folder, environment());
        link("context.yaml", disk.resolve("out/x.yaml"));
        link("loose.rhai", secret);
        List<Executable> reads =
                List.of(() -> single.context(single.find("a"), "context.yaml", null), () -> single.find("loose.rhai"));
        for (Executable given : reads) {
            InvalidFiles e = assertThrows(InvalidFiles.class, given);
            assertTrue(e.problems().get(0).message().startsWith("leads out of the repository"), e.getMessage());
        }

        // What the option itself says is outside is what its user wants.
        assertEquals(
                Map.of("name", SECRET),
                single.context(single.find("a"), "../../out/x.yaml", null).value());
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        link("templates/new.rhai", disk.resolve("out/new.rhai"));
        link("scripts/sub", disk.resolve("out"));
        for (String name : List.of("templates/new.rhai", "scripts/sub/new.rhai", "scripts/sub/deep/new.rhai")) {
            IdpScriptsException e = assertThrows(
                    UserError.class, () -> TextFile.of(folder, name).write("text", ""), name);
            assertTrue(e.getMessage().startsWith("cannot write " + name + ": it "), e.getMessage());
        }
        assertFalse(Files.exists(disk.resolve("out/new.rhai")));
        assertFalse(Files.exists(disk.resolve("out/deep")));
        TextFile.of(folder, "scripts/deep/new.rhai").write("text", "");
        assertEquals("text", repo.read("scripts/deep/new.rhai"));
    }

    @Test
    void aNewRepositoryIsWholeOrNotThere() throws IOException {
        Path fresh = Files.createDirectories(disk.resolve("fresh"));
        Files.createSymbolicLink(fresh.resolve("scripts"), disk.resolve("out"));
        assertThrows(UserError.class, () -> new Scaffold(fresh).write(Map.of()));
        try (var files = Files.list(fresh)) {
            assertEquals(List.of(fresh.resolve("scripts")), files.toList());
        }
        new Scaffold(disk.resolve("not/there/yet")).write(Map.of());
        assertTrue(Files.exists(disk.resolve("not/there/yet/pom.xml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scripts/x.rhai", "scripts/a.yaml", "scripts/a.tests.yaml", "bindings/x.yaml", "templates/x.rhai"
            })
    void aFileLargerThanAnyCanBeIsNotRead(String name) throws IOException {
        repo.file(name, "");
        // Sparse: two gigabytes and more could not even be held.
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(3_000_000_000L);
        }
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                name + ":1:1: has 3000000000 bytes, and files of at most 4000000 are read; is it the right file?",
                e.problems().get(0).toString());
    }

    @Test
    void aFileThatGrowsWhileItIsReadEndsAllTheSame() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertEquals(TextFile.LARGEST + 1, TextFile.bounded(endless).length);
    }
}
