package dev.idpscripts.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one sandbox, also while the file in it is being replaced. The system frees it if the process dies. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "sandbox.lock";

    private final Path directory;
    private final FileChannel channel;

    private FolderLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process.
     *
     * @param directory made if need be
     * @throws dev.idpscripts.model.error.UserError if it is taken, or cannot be written to
     */
    static FolderLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw StoreTrouble.inUse(directory);
            }
            return new FolderLock(directory, channel);
        } catch (IOException e) {
            throw StoreTrouble.unwritable(directory, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** The path of a file in the folder. */
    String file(String name) {
        return directory.resolve(name).toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
