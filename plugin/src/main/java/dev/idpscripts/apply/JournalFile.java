package dev.idpscripts.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The journal as a file, {@code journal.jsonl}: one JSON object in a line, an intent is forced to the disk before its write
 * is sent; an outcome is only written, since a lost one makes the explanation no worse than careful. Bodies are in it only as their hash. Runs follow each other; nothing is ever taken out.
 */
public final class JournalFile implements Journal, AutoCloseable {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;
    private final String run;
    private final FileChannel channel;
    private final Clock clock;
    private final AtomicInteger writes = new AtomicInteger();
    private final Object disk = new Object();
    private long appended;
    private long forced;

    /**
     * Opens it, and makes it if need be.
     *
     * @throws EnvironmentError if that is not possible; nothing was sent then
     */
    public JournalFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.run = RUN.format(clock.instant());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean torn = isTorn(file);
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            if (torn) {
                write("\n");
            }
        } catch (IOException e) {
            throw unwritable(e);
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
        byte[] all = Files.readAllBytes(file);
        return all[all.length - 1] != '\n';
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private EnvironmentError unwritable(IOException e) {
        return new EnvironmentError(
                ErrorCode.OUTPUT_FAILED,
                "the journal " + file + " cannot be written: " + e,
                "Without it nothing is sent. Another place: -Didp-scripts.journal=FILE",
                e);
    }

    @Override
    public void begin(Plan plan, OnFailure policy) {
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

    private static Optional<Body> body(Change change) {
        if (change instanceof ScriptChange.Create create) {
            return Optional.of(create.script().body());
        }
        if (change instanceof ScriptChange.Update update) {
            return Optional.of(update.script().body());
        }
        if (change instanceof TemplateChange.Create create) {
            return Optional.of(create.template().body());
        }
        return change instanceof TemplateChange.Update update
                ? Optional.of(update.template().body())
                : Optional.empty();
    }

    @Override
    public void outcome(int number, Result result, String detail) {
        ObjectNode line = line("outcome");
        line.put("write", number);
        line.put("result", result.name().toLowerCase(Locale.ROOT));
        if (!detail.isEmpty()) {
            line.put("detail", detail);
        }
        append(line);
    }

    @Override
    public void end(String summary) {
        ObjectNode line = line("end");
        line.put("summary", summary);
        append(line);
    }

    private ObjectNode line(String event) {
        ObjectNode line = JSON.createObjectNode();
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
            throw unwritable(e);
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
                channel.force(false);
                forced = all;
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    /**
     * Explains the last run in a journal, if it did not come to its end.
     *
     * @return lines for people; none if there is no such run, or no journal. Lines that cannot be read are passed over: the journal
     *     only explains, and the last line of a killed run may be half
     */
    public static List<String> unfinished(Path file) {
        Optional<JsonNode> begin = Optional.empty();
        Map<Integer, JsonNode> open = new TreeMap<>();
        int sent = 0;
        for (JsonNode line : JournalLines.of(file)) {
            switch (line.path("event").asText()) {
                case "begin" -> {
                    begin = Optional.of(line);
                    open.clear();
                    sent = 0;
                }
                case "intent" -> {
                    open.put(line.path("write").asInt(), line);
                    sent++;
                }
                case "outcome" -> open.remove(line.path("write").asInt());
                case "end" -> begin = Optional.empty();
                default -> {
                    // From a later version of the format.
                }
            }
        }
        List<String> out = new ArrayList<>();
        if (begin.isPresent()) {
            JsonNode run = begin.get();
            out.add("The last apply, to environment " + run.path("environment").asText() + " at "
                    + run.path("at").asText() + ", did not come to its end: " + sent + " writes were begun.");
            open.values()
                    .forEach(line -> out.add("  whether this was done is not known: "
                            + line.path("act").asText() + " "
                            + line.path("object").asText()));
            out.add("The server is read now; what is missing is in the plan.");
        }
        return out;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
