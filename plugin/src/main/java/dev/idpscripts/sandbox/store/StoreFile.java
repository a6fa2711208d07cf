package dev.idpscripts.sandbox.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * The file that the embedded server keeps its data in. A process that is killed at any moment leaves it readable, with
 * everything that was committed.
 */
final class StoreFile implements AutoCloseable {

    private static final String NAME = "sandbox.mv";

    /** Smaller than MVStore's 16 KiB: each commit writes the changed pages whole. */
    private static final int PAGE_BYTES = 4096;

    /** Below this size, or above this percentage of the file in use, compacting is not worth its time. */
    private static final long WORTHWHILE_BYTES = 1 << 20;

    private static final int WORTHWHILE_PERCENT = 50;

    private final MVStore store;
    private final Optional<FolderLock> folder;

    private StoreFile(MVStore store, Optional<FolderLock> folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * Opens the file in the folder, which is made if need be.
     *
     * @param directory empty: in memory
     */
    static StoreFile open(Optional<Path> directory) {
        return directory.isPresent()
                ? open(FolderLock.take(directory.get().toAbsolutePath()))
                : new StoreFile(settings().open(), Optional.empty());
    }

    /** No thread of its own and no commit but ours, so what was not committed never reaches the file. */
    private static MVStore.Builder settings() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES);
    }

    private static StoreFile open(FolderLock folder) {
        try {
            MVStoreTool.compactCleanUp(folder.file(NAME));
            MVStore store = settings().fileName(folder.file(NAME)).open();
            if (store.isReadOnly()) {
                store.closeImmediately();
                throw new IOException(NAME + " is read-only");
            }
            return new StoreFile(store, Optional.of(folder));
        } catch (IOException e) {
            folder.close();
            throw StoreTrouble.unwritable(folder.directory(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw StoreTrouble.unreadable(folder.file(NAME), e);
        }
    }

    /** Gives up a file that turned out to be broken, and says so. */
    RuntimeException unreadable(RuntimeException why) {
        store.closeImmediately();
        folder.ifPresent(FolderLock::close);
        return folder.map(f -> (RuntimeException) StoreTrouble.unreadable(f.file(NAME), why))
                .orElse(why);
    }

    MVStore store() {
        return store;
    }

    @Override
    public void close() {
        boolean wasteful = isWasteful();
        store.close();
        folder.ifPresent(f -> {
            if (wasteful) {
                compact(f.file(NAME));
            }
            f.close();
        });
    }

    private boolean isWasteful() {
        return store.isPersistent()
                && store.getFileStore().size() > WORTHWHILE_BYTES
                && store.getFileStore().getChunksFillRate() < WORTHWHILE_PERCENT;
    }

    /** Into a new file that takes the old one's place: MVStore's own compacting in place can be killed at a bad moment. */
    private static void compact(String file) {
        try {
            MVStoreTool.compact(file, false);
        } catch (MVStoreException e) {
            // The old file is whole, only large, and the next close tries again.
            return;
        }
    }
}
