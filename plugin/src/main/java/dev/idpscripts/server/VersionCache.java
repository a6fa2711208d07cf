package dev.idpscripts.server;

import dev.idpscripts.disk.AtomicFile;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.http.ApiJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Versions never change, so each needs to be read once. The server's list says which version is current and when the script
 * last changed; a file is only used if both agree, so that a database restored from a backup cannot be mistaken for what was
 * there before. The cache therefore never hides a change; without it everything is only slower.
 */
public final class VersionCache {

    /** In this run: what was read. Not what was pushed: that is read back, to see that it is there. */
    private final Map<String, StoredVersion> memory = new ConcurrentHashMap<>();

    private final Optional<Path> folder;

    /**
     * @param folder of this server and tenant; empty to remember only for this run
     */
    public VersionCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The script's current version, if it is known. */
    Optional<StoredVersion> current(StoredScript script) {
        Optional<StoredVersion> known = Optional.ofNullable(memory.get(key(script.id(), script.currentVersion())));
        return known.isPresent() ? known : folder.flatMap(dir -> read(file(dir, script)));
    }

    /** Remembers the script's current version. */
    void keep(StoredScript script, StoredVersion version) {
        memory.put(key(script.id(), version.versionNumber()), version);
        folder.ifPresent(dir -> write(file(dir, script), version));
    }

    private static String key(UUID script, int number) {
        return script + "-" + number;
    }

    private static Path file(Path dir, StoredScript script) {
        // Windows allows no colon in a file's name.
        String changed = script.updatedAt().toString().replace(":", "");
        return dir.resolve(key(script.id(), script.currentVersion()) + "-" + changed + ".json");
    }

    private static Optional<StoredVersion> read(Path file) {
        try {
            return Optional.of(ApiJson.read(Files.readString(file), StoredVersion.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A cache that cannot be written is no reason to stop. */
    private static void write(Path file, StoredVersion version) {
        try {
            AtomicFile.writePrivate(file, ApiJson.write(version));
        } catch (IOException e) {
            // Then it is read again next time.
        }
    }
}
