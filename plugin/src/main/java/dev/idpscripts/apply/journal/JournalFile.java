package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.disk.PrivateFiles;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The journal as a file, {@code journal.jsonl}: one JSON object in a line, an intent is forced to the disk before its write
 * is sent; an outcome is only written, since a lost one makes the explanation no worse than careful. Runs follow each other; nothing is
 * ever taken out. Of the files' bodies it holds only the hash; of the server's those that no version keeps: of templates, and of scripts
 * that are deleted.
 */
public final class JournalFile implements Journal, AutoCloseable {

    private static final int VERSION = 1;
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Has what was written put on the disk. */
    interface Forcing {
        void force(boolean metaData) throws IOException;
    }

    private final Path file;
    private final Function<PlannedChange, ObjectNode> form;
    private final String run;
    private final WritableByteChannel channel;
    private final Forcing forcing;
    private final Clock clock;
    private final AtomicInteger writes = new AtomicInteger();
    private final IdentityHashMap<Change, PlannedChange> planned = new IdentityHashMap<>();
    private final IdentityHashMap<Change, Integer> steps = new IdentityHashMap<>();
    private final Object disk = new Object();
    private long appended;
    private long forced;

    /**
     * Opens it, and makes it if need be.
     *
     * @param form how a change is written, with its reason and what was there before
     * @throws EnvironmentError if that is not possible; nothing was sent then
     */
    public JournalFile(Path file, Clock clock, Function<PlannedChange, ObjectNode> form) {
        this(file, open(file), clock, form);
    }

    private JournalFile(Path file, FileChannel channel, Clock clock, Function<PlannedChange, ObjectNode> form) {
        this(file, channel, channel::force, clock, form);
    }

    JournalFile(
            Path file,
            WritableByteChannel channel,
            Forcing forcing,
            Clock clock,
            Function<PlannedChange, ObjectNode> form) {
        this.file = file;
        this.channel = channel;
        this.forcing = forcing;
        this.form = form;
        this.clock = clock;
        this.run = RUN.format(clock.instant());
    }

    /** Ready for the next line. Only for its owner: it may hold the bodies of templates and of deleted scripts. */
    private static FileChannel open(Path file) {
        try {
            PrivateFiles.createFolders(file.toAbsolutePath().getParent());
            boolean torn = isTorn(file);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                    PrivateFiles.attributes(file));
            if (torn) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            return channel;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** By which this run is found again, such as {@code 20260301-101112-345}: when it began. */
    public String run() {
        return run;
    }

    /** A killed run may have left half a line. */
    private static boolean isTorn(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            in.position(in.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static EnvironmentError unwritable(Path file, IOException e) {
        return new EnvironmentError(
                ErrorCode.OUTPUT_FAILED,
                "the journal " + file + " cannot be written: " + e,
                "Without it nothing is sent. Another place: -Didp-scripts.journal=FILE",
                e);
    }

    @Override
    public void begin(Plan plan, OnFailure policy) {
        plan.planned().forEach(each -> planned.put(each.change(), each));
        ObjectNode line = line("begin");
        line.put("run", run);
        line.put("environment", plan.target().environment());
        line.put("url", plan.target().url());
        line.put("tenant", String.valueOf(plan.target().tenant()));
        line.put("repository", plan.repository());
        line.put("changes", plan.changes().size());
        line.put("onFailure", policy.name().toLowerCase(Locale.ROOT));
        append(line);
    }

    @Override
    public int intent(Change change, String act) {
        ObjectNode line = line("intent");
        int number = writes.incrementAndGet();
        line.put("write", number);
        line.put("act", act);
        step(line, change);
        line.put("change", change.kind().toString());
        line.put("object", change.subject().toString());
        change.stored().ifPresent(stored -> {
            line.put("id", stored.id().toString());
            stored.version().ifPresent(version -> line.put("version", version));
        });
        body(change).ifPresent(body -> line.put("sha256", body.sha256()));
        force(append(line));
        return number;
    }

    /** All lines of a change have its number; the first tells the change. */
    private void step(ObjectNode line, Change change) {
        synchronized (steps) {
            Integer number = steps.get(change);
            line.put("step", number == null ? steps.size() + 1 : number);
            if (number == null) {
                steps.put(change, steps.size() + 1);
                line.set("whole", form.apply(planned.get(change)));
            }
        }
    }

    @Override
    public void keep(Change change, StoredVersion last) {
        ObjectNode line = line("kept");
        step(line, change);
        line.put("version", last.versionNumber());
        line.put("body", last.scriptBody());
        append(line);
    }

    private static Optional<Body> body(Change change) {
        if (change instanceof TemplateChange template) {
            return Optional.of(template.template().body());
        }
        return change instanceof ScriptChange script ? script.body().map(Script::body) : Optional.empty();
    }

    @Override
    public void outcome(int number, Result result, String detail, Optional<UUID> made) {
        ObjectNode line = line("outcome");
        line.put("write", number);
        line.put("result", result.name().toLowerCase(Locale.ROOT));
        if (!detail.isEmpty()) {
            line.put("detail", detail);
        }
        made.ifPresent(id -> line.put("made", id.toString()));
        append(line);
    }

    @Override
    public void end(String summary) {
        ObjectNode line = line("end");
        line.put("summary", summary);
        append(line);
    }

    private ObjectNode line(String event) {
        ObjectNode line = JournalLines.JSON.createObjectNode();
        line.put("v", VERSION);
        line.put("at", clock.instant().toString());
        line.put("event", event);
        return line;
    }

    /** Returns how many lines there are now. */
    private synchronized long append(ObjectNode line) {
        try {
            write(line + "\n");
            return ++appended;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private synchronized long appended() {
        return appended;
    }

    /** Waits until so many lines are on the disk; lines that are appended at the same time go together. */
    private void force(long lines) {
        synchronized (disk) {
            if (forced >= lines) {
                return;
            }
            try {
                long all = appended();
                forcing.force(false);
                forced = all;
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }

    /** Whether anything is noted that was sent, or was going to be. */
    public boolean holdsWrites() {
        synchronized (disk) {
            return forced > 0;
        }
    }

    /** What mattered was forced to the disk before. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Then an outcome may be missing, which makes the explanation no worse than careful.
        }
    }
}
