package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Uuids;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.RecordedChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Puts together again which changes a run carried out, from the lines about each. */
final class JournalSteps {

    /** What is known of a change. Changed line by line. */
    private static final class Step {

        private String words = "";
        private Optional<Change> change = Optional.empty();
        private Optional<UUID> made = Optional.empty();
        private Optional<Body> kept = Optional.empty();
        private Optional<String> sha256 = Optional.empty();
        private int sent;
        private int refused;
        private boolean undone;

        private boolean isDone() {
            return sent > refused && !undone;
        }
    }

    /** A write that was sent, and the change that it belongs to. */
    private record Sent(Step step, boolean undoes) {}

    private final Function<JsonNode, Optional<Change>> form;
    private final Map<Integer, Step> steps = new TreeMap<>();
    private final Map<Integer, Sent> writes = new HashMap<>();

    JournalSteps(Function<JsonNode, Optional<Change>> form) {
        this.form = form;
    }

    /** Takes in the next line of the run. */
    void read(JsonNode line) {
        switch (line.path("event").asText()) {
            case "intent" -> intent(line);
            case "kept" ->
                step(line).kept = Optional.of(new Body(line.path("body").asText()));
            case "outcome" ->
                Optional.ofNullable(writes.get(line.path("write").asInt())).ifPresent(sent -> outcome(sent, line));
            default -> {
                // Of the whole run.
            }
        }
    }

    private Step step(JsonNode line) {
        // Without a number the line is of a version that gave none: then each write stands for itself.
        int number = line.path("step").asInt(-line.path("write").asInt());
        Step step = steps.computeIfAbsent(number, key -> new Step());
        step.change = step.change.or(() -> form.apply(line.path("whole")));
        return step;
    }

    private void intent(JsonNode line) {
        Step step = step(line);
        boolean undoes = line.path("act").asText().startsWith(Journal.UNDO);
        writes.put(line.path("write").asInt(), new Sent(step, undoes));
        if (!undoes) {
            step.words =
                    line.path("change").asText() + " " + line.path("object").asText();
            step.sent++;
            step.sha256 =
                    Optional.of(line.path("sha256")).filter(JsonNode::isTextual).map(JsonNode::textValue);
        }
    }

    private static void outcome(Sent sent, JsonNode line) {
        boolean done = !line.path("result").asText().equals("not_done");
        if (sent.undoes()) {
            // Whether it holds is seen on the server: what is as it was before needs nothing.
            sent.step().undone |= done;
            return;
        }
        if (!done) {
            sent.step().refused++;
        }
        sent.step().made = Uuids.parse(line.path("made").asText()).or(() -> sent.step().made);
    }

    /** What was done, or may have been, and was not taken back; in the order in which it was begun. */
    List<RecordedChange> done() {
        return steps.values().stream()
                .filter(Step::isDone)
                .flatMap(step ->
                        step
                                .change
                                .map(change -> new RecordedChange(change, step.made, step.kept, step.sha256))
                                .stream())
                .toList();
    }

    /** What was done as well, but is told in a way that this version does not read. */
    List<String> unknown() {
        return steps.values().stream()
                .filter(step -> step.isDone() && step.change.isEmpty())
                .map(step -> step.words)
                .toList();
    }
}
