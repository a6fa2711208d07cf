package dev.idpscripts.apply.journal;

import dev.idpscripts.report.json.JournalJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** A disk that is full after some lines of a journal, in the middle of the next; or whose cache cannot be written out then. */
public final class FullDisk implements WritableByteChannel {

    private static final String FULL = "No space left on device";

    private final FileChannel disk;
    private final int lines;
    private final boolean whenForced;
    private int written;

    private FullDisk(FileChannel disk, int lines, boolean whenForced) {
        this.disk = disk;
        this.lines = lines;
        this.whenForced = whenForced;
    }

    /**
     * A journal on such a disk.
     *
     * @param lines how many lines it still takes
     * @param whenForced whether it takes further lines too, and fails when they are forced to it
     */
    public static JournalFile journal(Path file, int lines, boolean whenForced) {
        try {
            FileChannel real = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            FullDisk disk = new FullDisk(real, lines, whenForced);
            return new JournalFile(file, disk, disk::force, Clock.systemUTC(), JournalJson::write);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (written++ < lines || whenForced) {
            return disk.write(bytes);
        }
        if (bytes.remaining() > 1 && bytes.position() == 0 && written == lines + 1) {
            ByteBuffer half = bytes.slice(0, bytes.remaining() / 2);
            int n = disk.write(half);
            bytes.position(n);
            return n;
        }
        throw new IOException(FULL);
    }

    private void force(boolean metaData) throws IOException {
        if (whenForced && written > lines) {
            throw new IOException(FULL);
        }
    }

    @Override
    public boolean isOpen() {
        return disk.isOpen();
    }

    @Override
    public void close() throws IOException {
        disk.close();
        throw new IOException(FULL);
    }
}
