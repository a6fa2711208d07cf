package dev.idpscripts.disk;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes whole files: each is there with all of its new text, or as it was, whoever reads it and whenever this is killed. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file, and makes its folder if need be.
     *
     * @param remedy what to do if it cannot be written
     * @throws EnvironmentError if it cannot be written
     */
    public static Path write(Path file, String text, String remedy) {
        try {
            return write(file, text);
        } catch (IOException e) {
            throw unwritable(file, remedy, e);
        }
    }

    /**
     * Writes a file that must not be there.
     *
     * @param remedy what to do if it cannot be written
     * @throws EnvironmentError if it cannot be written, or is there
     */
    public static Path create(Path file, String text, String remedy) {
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            return write(file, text);
        } catch (IOException e) {
            throw unwritable(file, remedy, e);
        }
    }

    /**
     * Writes a file, and makes its folder if need be. Who can read it the umask says, or the file that was there before.
     *
     * @throws IOException if it cannot be written
     */
    public static Path write(Path file, String text) throws IOException {
        Path target = target(file);
        Files.createDirectories(target.getParent());
        return replace(file, target, text);
    }

    /**
     * The same for what nobody but the owner is to read.
     *
     * @throws IOException if it cannot be written
     */
    public static Path writePrivate(Path file, String text) throws IOException {
        Path target = target(file);
        PrivateFiles.createFolders(target.getParent());
        return replace(file, target, text, PrivateFiles.attributes(target));
    }

    /** As if it were written in place: what is write-protected stays, and what a link leads to is written. */
    private static Path target(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        return target;
    }

    private static Path replace(Path file, Path target, String text, FileAttribute<?>... attributes)
            throws IOException {
        // Not a file of createTempFile: that can be read by nobody else.
        Path half = target.resolveSibling("." + UUID.randomUUID() + ".half");
        try {
            Files.createFile(half, attributes);
            Files.writeString(half, text);
            keepMode(target, half);
            move(half, target);
        } finally {
            Files.deleteIfExists(half);
        }
        return file;
    }

    /** Who may read, write and run a file is not the affair of those who write its text. */
    private static void keepMode(Path target, Path half) throws IOException {
        if (Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(target));
        }
    }

    private static void move(Path half, Path target) throws IOException {
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static EnvironmentError unwritable(Path file, String remedy, IOException e) {
        return new EnvironmentError(ErrorCode.OUTPUT_FAILED, "cannot write " + file + ": " + e.getMessage(), remedy, e);
    }
}
