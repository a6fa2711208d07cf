package dev.idpscripts.workspace.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that editors and Git do to files is seen, and what is nobody's is not. */
@Timeout(60)
class FileWatchTest {

    @TempDir
    Path folder;

    private Repo repo;
    private FileWatch watch;

    @BeforeEach
    void start() {
        repo = Repo.in(folder).file("scripts/a.rhai", "1").folder("target");
        watch = new FileWatch(folder, Duration.ofMillis(300));
    }

    @AfterEach
    void end() {
        watch.close();
    }

    /** What is seen until this file is. */
    private SortedSet<String> until(String file) throws InterruptedException {
        SortedSet<String> all = new TreeSet<>();
        while (!all.contains(file)) {
            all.addAll(watch.next());
        }
        return all;
    }

    @Test
    void savesThatFollowCloselyAreOne() throws Exception {
        repo.file("scripts/a.rhai", "2").file("scripts/b.rhai", "1").file("environments/sandbox.yaml", "url: sandbox");
        assertEquals(Set.of("environments/sandbox.yaml", "scripts/a.rhai", "scripts/b.rhai"), watch.next());
    }

    @Test
    void anEditorThatWritesBesideAndRenames() throws Exception {
        repo.file("scripts/.a.rhai.swp", "x").file("scripts/a.rhai~", "1");
        Files.move(
                folder.resolve("scripts/.a.rhai.swp"),
                folder.resolve("scripts/a.rhai"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Set.of("scripts/a.rhai"), until("scripts/a.rhai"));
    }

    @Test
    void newFoldersAreWatchedToo() throws Exception {
        repo.file("scripts/one/two/b.rhai", "1")
                .file("templates/t.rhai", "1")
                .file("target/x", "1")
                .file("README.md", "");
        SortedSet<String> seen = until("templates");
        seen.addAll(seen.contains("scripts/one") ? Set.of() : until("scripts/one"));
        assertTrue(
                seen.stream().noneMatch(name -> name.startsWith("target") || name.equals("README.md")),
                seen.toString());
        repo.file("scripts/one/two/b.rhai", "2").file("templates/t.rhai", "2");
        until("scripts/one/two/b.rhai");
    }

    @Test
    void aFolderThatGoesAndComesBack() throws Exception {
        delete("scripts");
        until("scripts");
        repo.file("scripts/a.rhai", "3");
        until("scripts");
        repo.file("scripts/a.rhai", "4");
        until("scripts/a.rhai");
    }

    @Test
    void aFolderThatIsRenamed() throws Exception {
        repo.file("scripts/old/b.rhai", "1");
        until("scripts/old");
        Files.move(folder.resolve("scripts/old"), folder.resolve("scripts/new"));
        until("scripts/new");
        repo.file("scripts/new/b.rhai", "2");
        until("scripts/new/b.rhai");
    }

    private void delete(String name) throws IOException {
        Files.delete(folder.resolve(name).resolve("a.rhai"));
        Files.delete(folder.resolve(name));
    }
}
