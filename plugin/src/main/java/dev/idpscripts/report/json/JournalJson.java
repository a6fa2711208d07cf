package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.PlannedChange;
import java.time.DateTimeException;
import java.util.Optional;

/** A change as the journal holds it: with its reason, with what was on the server before, and without the bodies of files. */
public final class JournalJson {

    private static final String BODY = "body";

    private JournalJson() {}

    /** For the first line of the change. */
    public static ObjectNode write(PlannedChange planned) {
        ObjectNode node = ChangeJson.alone(planned);
        if (node.path("wanted").has(BODY)) {
            node.withObject("/wanted").put(BODY, "");
        }
        if (node.path("before").has(BODY)) {
            // The server has it, as a version.
            node.remove("before");
        }
        return node;
    }

    /** The change, with empty bodies where files had them; empty if this is no change, or one of another version of the plugin. */
    public static Optional<Change> read(JsonNode node) {
        try {
            return node.isObject()
                    ? Optional.of(ChangeReader.read(new JsonObjectReader(node, "whole"))
                            .change())
                    : Optional.empty();
        } catch (JsonObjectReader.Malformed | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
