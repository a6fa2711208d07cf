package dev.idpscripts.workspace.watch;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.workspace.file.Border;
import dev.idpscripts.workspace.file.FileNames;
import dev.idpscripts.workspace.file.Folder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the repository's files to change. Folders may go and come back, and be there in any number: after every change all of them
 * are looked for again. Changes that follow each other closely, as an editor's or Git's, are one.
 */
public final class FileWatch implements AutoCloseable {

    /** Of a repository that never rests, a part is better than nothing. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PATIENCE_MILLIS = 1000;

    private final Path root;
    private final long quietNanos;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /**
     * Watches from now on.
     *
     * @param quiet how long nothing must have happened
     * @throws EnvironmentError if the system does not let us
     */
    public FileWatch(Path root, Duration quiet) {
        this.root = root;
        this.quietNanos = quiet.toNanos();
        try {
            service = root.getFileSystem().newWatchService();
            register();
        } catch (IOException e) {
            throw unwatchable(e);
        }
    }

    /** Waits until something changes; files and folders relative to the repository. */
    public SortedSet<String> next() throws InterruptedException {
        SortedSet<String> changed = new TreeSet<>();
        while (changed.isEmpty()) {
            WatchKey key = service.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            for (long end = System.nanoTime() + LONGEST_NANOS; key != null; key = following(end)) {
                collect(key, changed);
            }
            try {
                register();
            } catch (IOException e) {
                throw unwatchable(e);
            }
        }
        return changed;
    }

    private WatchKey following(long end) throws InterruptedException {
        return System.nanoTime() < end ? service.poll(quietNanos, TimeUnit.NANOSECONDS) : null;
    }

    private void collect(WatchKey key, SortedSet<String> changed) {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null && event.context() instanceof Path name) {
                if (isOurs(folder, name.toString())) {
                    changed.add(root.relativize(folder.resolve(name)).toString().replace('\\', '/'));
                }
            } else {
                // More happened than the system remembers.
                changed.add(".");
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private boolean isOurs(Path folder, String name) {
        return folder.equals(root) ? Folder.ALL.contains(name) : !FileNames.isHidden(name) && !name.endsWith(".tmp");
    }

    /** A folder that is registered already stays so. Before its files are listed, so that none is missed. */
    private void register() throws IOException {
        watch(root);
        for (String name : Folder.ALL) {
            Path top = root.resolve(name);
            if (Files.isDirectory(top)) {
                Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Registering());
            }
        }
    }

    private final class Registering extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (Files.isSymbolicLink(folder) && new Border(root).refusal(folder).isPresent()) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            watch(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private void watch(Path folder) throws IOException {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            folders.put(key, folder);
        } catch (IOException e) {
            // Whatever is gone by now is no folder of ours.
            if (Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static EnvironmentError unwatchable(IOException e) {
        return new EnvironmentError(
                ErrorCode.FILES_MISSING,
                "the folders cannot be watched: " + e.getMessage(),
                "Are they readable? Linux also limits how many: sysctl fs.inotify.max_user_watches",
                e);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // Nothing is waited for any more.
        }
    }
}
