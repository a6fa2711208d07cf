package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Base;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Who made a difference, in JSON and back. */
final class AttributionJson {

    private AttributionJson() {}

    static ObjectNode write(Attribution attribution) {
        ObjectNode node = JsonReport.object().put("cause", word(attribution.cause()));
        for (Edit edit : attribution.edits()) {
            ObjectNode each = node.withArray("edits").addObject().put("what", edit.what());
            edit.by().ifPresent(by -> each.put("by", by.toString()));
            edit.at().ifPresent(at -> each.put("at", at.toString()));
            edit.version().ifPresent(version -> each.put("version", version));
            if (!edit.comment().isEmpty()) {
                each.put("comment", edit.comment());
            }
            if (edit.own()) {
                each.put("own", true);
            }
        }
        attribution.base().ifPresent(base -> node.putObject("base")
                .put("version", base.version())
                .put("commit", base.commit()));
        if (!attribution.remark().isEmpty()) {
            node.put("remark", attribution.remark());
        }
        return node;
    }

    private static String word(Cause cause) {
        return cause.toString().replace(' ', '-');
    }

    static Attribution read(JsonObjectReader node) {
        String cause = node.text("cause");
        List<Edit> edits = new ArrayList<>();
        for (JsonObjectReader edit : node.list("edits")) {
            JsonNode version = edit.node().path("version");
            edits.add(new Edit(
                    edit.text("what"),
                    edit.optional("by").map(UUID::fromString),
                    edit.optional("at").map(Instant::parse),
                    version.isInt() ? OptionalInt.of(version.intValue()) : OptionalInt.empty(),
                    edit.optional("comment").orElse(""),
                    edit.node().path("own").asBoolean()));
        }
        Optional<Base> base = node.maybe("base").map(b -> new Base(b.integer("version"), b.text("commit")));
        return new Attribution(
                Arrays.stream(Cause.values())
                        .filter(known -> word(known).equals(cause))
                        .findFirst()
                        .orElseThrow(() -> node.wrong("cause")),
                edits,
                base,
                node.optional("remark").orElse(""));
    }
}
