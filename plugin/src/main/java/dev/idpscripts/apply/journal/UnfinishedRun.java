package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what an apply was about when it was killed. */
public final class UnfinishedRun {

    private UnfinishedRun() {}

    /**
     * Explains the last run in a journal, if it did not come to its end.
     *
     * @return lines for people; none if there is no such run, or no journal. Lines that cannot be read are passed over: the journal
     *     only explains, and the last line of a killed run may be half
     */
    public static List<String> explain(Path file) {
        Optional<JsonNode> begin = Optional.empty();
        Map<Integer, JsonNode> open = new TreeMap<>();
        int sent = 0;
        for (JsonNode line : JournalLines.read(file)) {
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
}
