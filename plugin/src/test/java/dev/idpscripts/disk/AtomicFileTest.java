package dev.idpscripts.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

    @TempDir
    private Path folder;

    private List<String> there() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void onlyTheFileIsLeft() throws IOException {
        AtomicFile.write(folder.resolve("a.txt"), "old", "");
        AtomicFile.write(folder.resolve("a.txt"), "new", "");
        assertEquals("new", Files.readString(folder.resolve("a.txt")));
        assertEquals(List.of("a.txt"), there());
    }

    @Test
    void whatALinkLeadsToIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);
        AtomicFile.write(link, "new", "");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** As the umask says, which nobody can change within Java: so as any other file. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewFileHasTheUsualMode() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual.txt"));
        Path usualFolder = Files.createDirectory(folder.resolve("usual"));
        Path file = AtomicFile.write(folder.resolve("deep/a.txt"), "text");
        assertEquals(mode(usual), mode(file));
        assertEquals(mode(usualFolder), mode(file.getParent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rwxrwxrwx", "rw-rw-rw-", "rwx------"})
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsReplacedKeepsItsMode(String mode) throws IOException {
        Path file = AtomicFile.write(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        AtomicFile.write(file, "new", "");
        assertEquals(mode, mode(file));
        assertEquals("new", Files.readString(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPrivateFileIsItsOwnersAlone() throws IOException {
        Path file = AtomicFile.writePrivate(folder.resolve("deep/er/a.txt"), "text");
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
    }

    @Test
    void whatMustNotBeThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        EnvironmentError error =
                assertThrows(EnvironmentError.class, () -> AtomicFile.create(file, "new", "Take another name."));
        assertTrue(error.getMessage().startsWith("cannot write " + file), error.getMessage());
        assertTrue(error.getMessage().contains("Take another name."), error.getMessage());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("taken/inside"));
        assertThrows(EnvironmentError.class, () -> AtomicFile.write(folder.resolve("taken"), "new", ""));
        assertEquals(List.of("taken"), there());
    }
}
