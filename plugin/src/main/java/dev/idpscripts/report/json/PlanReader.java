package dev.idpscripts.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.AffectedBinding;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.plan.Unmanaged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads {@code plan.json} back; what it gives renders as the plan that was written. */
public final class PlanReader {

    private static final String AGAIN = "Nothing was changed. To make a new one:\n  " + GoalCommand.of("plan");

    private static final ObjectReader EXACT = JsonReport.MAPPER
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PlanReader() {}

    /**
     * Reads a file's text.
     *
     * @param file its name, for messages
     * @throws UserError if it is no plan, of a later format, or not as it was written
     */
    public static SavedPlan read(String text, String file) {
        JsonNode root = tree(text, file);
        String format = root.path("formatVersion").asText();
        if (!format.matches("1\\.[0-9]+")) {
            throw unusable(
                    file + " has the format " + format + ", this version reads " + PlanJson.FORMAT_VERSION,
                    "Use the version of the plugin that made it, or make a new plan with this one. Nothing was changed.");
        }
        String hash = root.path(PlanJson.HASH).asText();
        if (!hash.equals(PlanHash.compute(root))) {
            throw unusable(
                    file + " is not as it was written: its content does not match its hash",
                    "A plan cannot be edited; change the files instead. " + AGAIN);
        }
        try {
            JsonObjectReader plan = new JsonObjectReader(root, "plan");
            return new SavedPlan(plan(plan), made(plan.object(PlanJson.MADE)), hash);
        } catch (JsonObjectReader.Malformed | IllegalArgumentException | java.time.DateTimeException e) {
            throw unusable(file + " cannot be read at " + e.getMessage(), AGAIN);
        }
    }

    private static JsonNode tree(String text, String file) {
        try {
            JsonNode root = EXACT.readTree(text);
            if (root != null && root.isObject() && root.has("formatVersion")) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Told below.
        }
        throw unusable(
                file + " is no plan",
                "Nothing was changed. Name the plan.json that the goal plan wrote. To make a new one:\n  "
                        + GoalCommand.of("plan"));
    }

    private static UserError unusable(String what, String next) {
        return new UserError(ErrorCode.PLAN_UNUSABLE, what, next);
    }

    private static PlanMetadata made(JsonObjectReader node) {
        return new PlanMetadata(
                Instant.parse(node.text("at")),
                node.text("commit"),
                node.optional("tree").orElse(""),
                node.text("subject"),
                node.text("version"));
    }

    private static Plan plan(JsonObjectReader root) {
        List<PlannedChange> planned = new ArrayList<>();
        List<BodyCheck> checks = new ArrayList<>();
        Set<AffectedBinding> reaches = new TreeSet<>();
        for (JsonObjectReader node : root.list("changes")) {
            PlannedChange each = ChangeReader.read(node);
            planned.add(each);
            String name = each.change().subject().name();
            node.maybe("checks").ifPresent(check -> checks.add(CheckReader.read(name, check)));
            node.list("reaches").forEach(reach -> reaches.add(reach(name, reach)));
        }
        return new Plan(
                new Target(root.text("environment"), root.text("url"), UUID.fromString(root.text("tenant"))),
                root.text("repository"),
                planned,
                List.copyOf(reaches),
                root.list("unmanaged").stream()
                        .map(node -> new Unmanaged(
                                subject(node), node.text("detail"), node.flag("ours", false), node.flag("runs", false)))
                        .toList(),
                root.list("problems").stream()
                        .map(node -> new Problem(node.origin(), node.text("message")))
                        .toList(),
                root.texts("remarks"),
                size(root.object("sizes").object("files")),
                size(root.object("sizes").object("server")),
                checks);
    }

    private static AffectedBinding reach(String script, JsonObjectReader node) {
        Hook hook = ChangeReader.hook(node.text("hook"));
        return new AffectedBinding(
                script,
                new Slot(node.text("connector"), hook, node.integer("order")),
                node.flag("enabled"),
                node.flag("now", true),
                node.flag("after", true));
    }

    private static ObjectAddress subject(JsonObjectReader node) {
        return new ObjectAddress(
                ObjectAddress.Type.valueOf(node.text("type").toUpperCase(Locale.ROOT)), node.text("name"));
    }

    private static ObjectCounts size(JsonObjectReader node) {
        return new ObjectCounts(node.integer("scripts"), node.integer("bindings"), node.integer("templates"));
    }
}
