package dev.idpscripts.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions are remembered, but never mistaken. */
class VersionCacheTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final Instant TIME = Instant.parse("2026-03-01T00:00:00.123456Z");

    @TempDir
    Path folder;

    private static StoredScript script(int version, Instant changed) {
        return new StoredScript(
                ID, Servers.TENANT, "a", null, version, ScriptStatus.ACTIVE, false, Servers.TENANT, TIME, changed);
    }

    private static StoredVersion version(int number) {
        return new StoredVersion(ID, ID, number, "ü\r\n", "why", Servers.TENANT, TIME);
    }

    private VersionCache cache() {
        return new VersionCache(Optional.of(folder.resolve("server")));
    }

    @Test
    void remembersFromRunToRun() {
        cache().keep(script(3, TIME), version(3));
        assertEquals(Optional.of(version(3)), cache().current(script(3, TIME)));
    }

    @Test
    void forgetsWhenTheScriptHasChangedInAnyWay() {
        cache().keep(script(3, TIME), version(3));
        assertEquals(Optional.empty(), cache().current(script(4, TIME)));
        assertEquals(Optional.empty(), cache().current(script(3, TIME.plusNanos(1000))));
    }

    @Test
    void knowsWhatWasReadInThisRunWithoutAFile() {
        VersionCache cache = new VersionCache(Optional.empty());
        cache.keep(script(4, TIME), version(4));
        assertEquals(Optional.of(version(4)), cache.current(script(4, TIME)));
        assertEquals(Optional.empty(), new VersionCache(Optional.empty()).current(script(4, TIME)));
    }

    @Test
    void isNoErrorWhenItsFilesAreBrokenOrCannotBeWritten() throws IOException {
        cache().keep(script(3, TIME), version(3));
        try (Stream<Path> files = Files.list(folder.resolve("server"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{broken");
            }
        }
        assertEquals(Optional.empty(), cache().current(script(3, TIME)));

        Files.writeString(folder.resolve("file"), "in the way");
        VersionCache nowhere = new VersionCache(Optional.of(folder.resolve("file")));
        nowhere.keep(script(5, TIME), version(5));
        assertEquals(Optional.of(version(5)), nowhere.current(script(5, TIME)));
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        cache().keep(script(3, TIME), version(3));
        try (Stream<Path> files = Files.list(folder.resolve("server"))) {
            assertTrue(files.allMatch(file -> file.toString().endsWith(".json")));
        }
    }
}
