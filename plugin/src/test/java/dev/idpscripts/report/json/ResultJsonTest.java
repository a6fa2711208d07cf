package dev.idpscripts.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.ResultSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What goals tell machines, and the schema that says how. */
class ResultJsonTest {

    private static String result() {
        List<FileChange> files = List.of(
                new FileChange("scripts/a.rhai", FileState.CREATED),
                new FileChange("scripts/b.rhai", FileState.CONFLICT, List.of("both sides changed it")));
        Finding warning = new Finding(
                Finding.Level.WARNING, Rule.OPERATION_LIMIT, SourceLocation.of("scripts/a.rhai"), "it cannot see x");
        return ResultJson.render(new RunResult(
                "pull",
                Outcome.CONFLICT,
                Optional.empty(),
                3,
                Map.of("created", 1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        ResultDetail.files(files),
                        ResultDetail.remarks(List.of("a remark")),
                        ResultDetail.findings(List.of(warning)),
                        ResultDetail.tests(List.of()),
                        ResultDetail.made(ObjectAddress.script("A"), new UUID(0, 1)),
                        ResultDetail.difference("version 1", "version 2", 3, 4),
                        ResultDetail.server("http://127.0.0.1:80", new UUID(0, 1)),
                        ResultDetail.reason("INC-77")),
                Optional.empty()));
    }

    @Test
    void whatGoalsTell() {
        Golden.check("result-details.json", ResultSchema.checked(result()));
    }

    private static void refused(JsonNode result) {
        assertThrows(AssertionFailedError.class, () -> ResultSchema.checked(result.toString()), result.toString());
    }

    /** A key that is misspelt or not described is found, at the top and below. */
    @Test
    void theSchemaIsStrict() throws Exception {
        ObjectMapper json = new ObjectMapper();
        refused(json.createObjectNode());
        refused(((ObjectNode) json.readTree(result())).put("surprise", 1));
        refused(((ObjectNode) json.readTree(result())).put("outcome", "GOOD"));
        for (String object : List.of("counts", "made", "difference", "server", "tests")) {
            JsonNode root = json.readTree(result());
            ((ObjectNode) root.get(object)).put("surprise", 1);
            refused(root);
        }
        for (String array : List.of("files", "findings")) {
            JsonNode root = json.readTree(result());
            ((ObjectNode) root.get(array).get(0)).put("surprise", 1);
            refused(root);
        }
    }

    @Test
    void eachKeyIsDescribed() throws Exception {
        JsonNode keys = ResultSchema.text().get("properties");
        assertEquals(
                List.of(),
                StreamSupport.stream(keys.properties().spliterator(), false)
                        .filter(key ->
                                key.getValue().path("description").asText().isBlank())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
