package dev.idpscripts.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
