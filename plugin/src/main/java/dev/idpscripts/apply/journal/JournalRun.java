package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.Uuids;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.RecordedChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a journal tells of one run.
 *
 * @param run by which it is found
 * @param environment the environment's name
 * @param url its address
 * @param tenant whose objects
 * @param writes what was sent, in order, but for what was certainly not done
 * @param done the changes that were carried out and not taken back
 * @param unknown changes like those, in words, of which the journal does not tell enough to take them back
 */
public record JournalRun(
        String run,
        String environment,
        String url,
        String tenant,
        List<Write> writes,
        List<RecordedChange> done,
        List<String> unknown) {

    /** Stands for the newest run. */
    public static final String LAST = "last";

    /**
     * A write that was done, or of which nobody knows.
     *
     * @param act what was sent, in a word
     * @param change what it belonged to, such as {@code update}
     * @param object such as {@code script Login name}
     * @param id the object's id; empty for what the run made
     * @param version the script's current version before the run; empty for what has none
     */
    public record Write(String act, String change, String object, Optional<UUID> id, OptionalInt version) {

        /** Whether it gave a script another body that was there before. */
        public boolean replacesBody() {
            return change.equals("update") && id.isPresent() && version.isPresent();
        }
    }

    public JournalRun {
        writes = List.copyOf(writes);
        done = List.copyOf(done);
        unknown = List.copyOf(unknown);
    }

    /**
     * Finds a run.
     *
     * @param wanted its id, or {@link #LAST} for the newest that wrote anything
     * @param form reads a change as the journal holds it
     */
    public static Optional<JournalRun> find(Path file, String wanted, Function<JsonNode, Optional<Change>> form) {
        List<JournalRun> runs = all(file, form);
        return runs.stream()
                .filter(run -> wanted.equals(LAST)
                        ? !run.writes().isEmpty()
                        : run.run().equals(wanted))
                .reduce((earlier, later) -> later);
    }

    /** All runs, the oldest first; without those of versions that gave them no id. */
    public static List<JournalRun> all(Path file, Function<JsonNode, Optional<Change>> form) {
        List<JournalRun> runs = new ArrayList<>();
        Optional<JsonNode> begin = Optional.empty();
        Map<Integer, Write> writes = new LinkedHashMap<>();
        JournalSteps steps = new JournalSteps(form);
        for (JsonNode line : JournalLines.read(file)) {
            steps.read(line);
            switch (line.path("event").asText()) {
                case "begin" -> {
                    add(begin, writes, steps, runs);
                    begin = Optional.of(line).filter(node -> node.hasNonNull("run"));
                    writes.clear();
                    steps = new JournalSteps(form);
                }
                case "intent" -> writes.put(line.path("write").asInt(), write(line));
                case "outcome" -> {
                    if (line.path("result").asText().equals("not_done")) {
                        writes.remove(line.path("write").asInt());
                    }
                }
                default -> {
                    // The end tells nothing that matters here.
                }
            }
        }
        add(begin, writes, steps, runs);
        return runs;
    }

    private static void add(
            Optional<JsonNode> begin, Map<Integer, Write> writes, JournalSteps steps, List<JournalRun> runs) {
        begin.ifPresent(node -> runs.add(new JournalRun(
                node.path("run").asText(),
                node.path("environment").asText(),
                node.path("url").asText(),
                node.path("tenant").asText(),
                List.copyOf(writes.values()),
                steps.done(),
                steps.unknown())));
    }

    private static Write write(JsonNode line) {
        return new Write(
                line.path("act").asText(),
                line.path("change").asText(),
                line.path("object").asText(),
                Uuids.parse(line.path("id").asText()),
                line.path("version").isInt()
                        ? OptionalInt.of(line.path("version").intValue())
                        : OptionalInt.empty());
    }
}
