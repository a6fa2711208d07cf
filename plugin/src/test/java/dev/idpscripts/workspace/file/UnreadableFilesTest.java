package dev.idpscripts.workspace.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there and cannot be read, or has a name that nothing reads, is never taken for absent. */
class UnreadableFilesTest {

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder).file("scripts/a.rhai", "1").folder("templates").folder("bindings");
    }

    private Declarations read() {
        return new Workspace(folder).read(new Environments(folder).choose("sandbox"));
    }

    private void refused(String... problems) {
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                String.join("\n", problems),
                String.join("\n", e.problems().stream().map(Problem::toString).toList()));
    }

    private void link(String name, String to) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(to));
    }

    private void pipe(String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                        .start()
                        .waitFor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/x.rhai",
                "scripts/a.yaml",
                "scripts/a.tests.yaml",
                "scripts/a.tests.snap",
                "scripts/shared",
                "bindings/x.yaml",
                "environments/x.yaml",
                "templates/x.rhai"
            })
    void aLinkToNothing(String name) throws IOException {
        link(name, "gone");
        refused(name + ":1:1: is a link to gone, which is not there; restore that, or remove the link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/x.rhai",
                "scripts/a.yaml",
                "scripts/a.tests.yaml",
                "bindings/x.yaml",
                "environments/x.yaml",
                "templates/x.rhai"
            })
    void aFolderAndAPipe(String name) throws Exception {
        repo.folder(name);
        refused(name + ":1:1: is a folder, and a file has such a name; give the folder another");
        Files.delete(folder.resolve(name));
        pipe(name);
        refused(name + ":1:1: is a pipe, a socket or a device, and a file is to be read; remove it, or give it another"
                + " name");
    }

    @Test
    void whatWouldFollowFromALostFileIsNotTold() throws Exception {
        pipe("scripts/x.rhai");
        repo.file("scripts/x.yaml", "name: X")
                .file("scripts/x.tests.yaml", "tests: []")
                .file("bindings/l.yaml", "connector: L\nhooks: {before create: [{script: X}]}");
        refused("scripts/x.rhai:1:1: is a pipe, a socket or a device, and a file is to be read; remove it, or give it"
                + " another name");
    }

    @Test
    void linksThatLeadToThemselves() throws IOException {
        link("scripts/x.rhai", "x.rhai");
        link("scripts/round", ".");
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                List.of("scripts/round", "scripts/x.rhai"),
                e.problems().stream().map(p -> p.origin().file()).toList());
        assertEquals(
                "scripts/round:1:1: is a link to a folder that it is in; remove it",
                e.problems().get(0).toString());
    }

    @Test
    void folderThatIsNone() throws IOException {
        Files.delete(folder.resolve("bindings"));
        repo.file("bindings", "");
        Files.delete(folder.resolve("templates"));
        link("templates", "gone");
        refused(
                "bindings:1:1: is no folder; make it one, or remove it",
                "templates:1:1: is a link to gone, which is not there; restore that, or remove the link");
    }

    @Test
    void foldersWithAnotherCase() {
        repo.delete("bindings").delete("templates").folder("Bindings").folder("TEMPLATES");
        refused(
                "Bindings:1:1: the folder Bindings is not read; rename it to bindings",
                "TEMPLATES:1:1: the folder TEMPLATES is not read; rename it to templates");
    }

    @Test
    void whoMayNotReadIsToldSo() {
        assertEquals(
                "cannot be read: permission denied; make it readable, and all folders that it is in",
                Border.unreadable(new AccessDeniedException("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "scripts/x.RHAI, .RHAI, scripts/x.rhai",
        "scripts/n/x.Rhai, .Rhai, scripts/n/x.rhai",
        "scripts/a.YAML, .YAML, scripts/a.yaml",
        "scripts/a.Tests.Yaml, .Yaml, scripts/a.tests.yaml",
        "scripts/a.tests.YML, .YML, scripts/a.tests.yaml",
        "scripts/x.rhai.txt, .txt, scripts/x.rhai",
        "scripts/x.rhia, .rhia, scripts/x.rhai",
        "scripts/x.rha, .rha, scripts/x.rhai",
        "templates/x.Rhai, .Rhai, templates/x.rhai",
        "bindings/l.YAML, .YAML, bindings/l.yaml",
        "bindings/l.yamll, .yamll, bindings/l.yaml",
        "bindings/l.yml, .yml, bindings/l.yaml",
        "environments/p.YAML, .YAML, environments/p.yaml"
    })
    void namesThatNothingReads(String name, String ending, String right) {
        repo.file(name, "");
        refused(name + ":1:1: files ending in " + ending + " are not read; rename it to " + right);
    }

    @Test
    void jsonIsYamlOrBelongsElsewhere() {
        repo.file("bindings/k.json", "{}").file("scripts/K.JSON", "{}");
        refused(
                "bindings/k.json:1:1: files ending in .json are not read; rename it to bindings/k.yaml, or move it out of"
                        + " bindings if nothing is to read it",
                "scripts/K.JSON:1:1: files ending in .JSON are not read; rename it to scripts/K.yaml, or move it out of"
                        + " scripts if nothing is to read it");
    }

    @Test
    void aScriptAmongBindings() {
        repo.file("bindings/x.rhai", "1");
        refused("bindings/x.rhai:1:1: scripts are not read from bindings; move it to scripts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "readme.txt",
                "LICENSE",
                ".gitkeep",
                ".x.rhai.swp",
                "x.rhai~",
                "#x.rhai#",
                ".x.rhai",
                ".DS_Store",
                "Thumbs.db",
                "x.rhai.orig",
                "x.rhai.bak",
                "diagram.svg",
                "İ.md",
                "a.tests.snap",
                "notes.html",
                "rhai"
            })
    void whatIsNobodysIsLeftAlone(String name) throws IOException {
        repo.file("scripts/" + name, name.endsWith(".snap") ? "{}" : "").file("bindings/" + name, "");
        link("scripts/.hidden", "gone");
        assertEquals(1, read().scripts().size());
    }

    @Test
    void allPlacesAreToldAtOnce() throws Exception {
        pipe("scripts/x.rhai");
        link("bindings/x.yaml", "gone");
        repo.file("scripts/b.YAML", "");
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                List.of("bindings/x.yaml", "scripts/b.YAML", "scripts/x.rhai"),
                e.problems().stream().map(p -> p.origin().file()).toList());
    }
}
