package dev.idpscripts.command.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.disk.AtomicFile;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What runs leave on a machine: private, ignored by Git, and out of the way of {@code mvn clean}. */
class LocalFolderTest {

    @TempDir
    Path folder;

    private Repo repo;
    private Outputs outputs;
    private LocalFolder local;

    @BeforeEach
    void repository() {
        repo = new Repo(folder).folder("scripts");
        outputs = new Outputs(folder.resolve("target/idp-scripts"), new Secrets());
        local = LocalFolder.of(folder);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void note() {
        new JournalFile(local.journal(), Clock.systemUTC(), JournalJson::write).close();
    }

    @Test
    void isIgnoredByGit() throws Exception {
        local.ready(outputs);
        note();
        AtomicFile.writePrivate(local.versions().resolve("server/script.json"), "{}");
        TestGit person = new TestGit(folder);
        assertEquals("", person.run("init", "-q"));
        assertEquals("", person.run("status", "--porcelain", "--untracked-files=all"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsIt() throws IOException {
        repo.file(".idp-scripts/schemas/script.schema.json", "{}");
        local.ready(outputs);
        note();
        Path version = local.versions().resolve("server/script.json");
        AtomicFile.writePrivate(version, "{}");
        AtomicFile.writePrivate(version, "{\"again\":1}");
        assertEquals("rwx------", mode(local.folder()));
        assertEquals("rw-------", mode(local.journal()));
        assertEquals("rwx------", mode(version.getParent()));
        assertEquals("rw-------", mode(version));
        assertEquals(mode(folder.resolve("scripts")), mode(local.folder().getParent()));
    }

    /** A pipeline's cache brings files back without their permissions. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCameFromElsewhereIsPrivateAgain() throws IOException {
        repo.file(".idp-scripts/local/journal.jsonl", "{}\n");
        Files.setPosixFilePermissions(local.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(local.journal(), PosixFilePermissions.fromString("rw-r--r--"));
        local.ready(outputs);
        assertEquals("rwx------", mode(local.folder()));
        assertEquals("rw-------", mode(local.journal()));
    }

    @Test
    void takesOverWhatLayAmongTheOutputs() {
        repo.file("target/idp-scripts/journal.jsonl", "{\"run\":1}\n")
                .file("target/idp-scripts/versions/x/1.json", "{}");
        local.ready(outputs);
        assertEquals("{\"run\":1}\n", repo.read(".idp-scripts/local/journal.jsonl"));
        assertEquals("{}", repo.read(".idp-scripts/local/versions/x/1.json"));
        assertFalse(Files.exists(folder.resolve("target/idp-scripts/journal.jsonl")));
        repo.file("target/idp-scripts/journal.jsonl", "of an old branch");
        local.ready(outputs);
        assertEquals("{\"run\":1}\n", repo.read(".idp-scripts/local/journal.jsonl"));
        assertEquals(local.journal(), local.journal(outputs));
    }

    @Test
    void whereItCannotBeMadeTheOldPlaceIsRead() {
        repo.file(".idp-scripts", "a file").file("target/idp-scripts/journal.jsonl", "{}\n");
        local.ready(outputs);
        assertEquals(outputs.resolve("journal.jsonl"), local.journal(outputs));
        assertTrue(Files.isRegularFile(folder.resolve(".idp-scripts")));
    }
}
