package dev.idpscripts.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.StoredObject;
import dev.idpscripts.model.plan.Unmanaged;
import java.util.Locale;

/** A plan for machines: {@code plan.json}. */
public final class PlanJson {

    /** Below 1.0 nothing is promised yet: keys may still change. */
    private static final String FORMAT_VERSION = "0.1";

    private PlanJson() {}

    /** The file's text. */
    public static String render(Plan plan) {
        ObjectNode root = JsonReport.object();
        root.put("formatVersion", FORMAT_VERSION);
        JsonReport.target(root, plan.target());
        root.put("applicable", plan.isApplicable());
        root.put("summary", PlanText.summary(plan));
        plan.changes().forEach(change -> root.withArray("changes").add(change(plan, change)));
        root.withArray("changes");
        for (Unmanaged unmanaged : plan.unmanaged()) {
            root.withArray("unmanaged")
                    .add(JsonReport.subject(unmanaged.subject()).put("detail", unmanaged.detail()));
        }
        root.withArray("unmanaged");
        plan.remarks().forEach(root.withArray("remarks")::add);
        JsonReport.problems(root.withArray("problems"), plan.problems());
        return JsonReport.write(root);
    }

    private static ObjectNode change(Plan plan, Change change) {
        ObjectNode node = JsonReport.change(change);
        node.put("phase", change.phase().name().toLowerCase(Locale.ROOT));
        node.put("reason", change.why().reason());
        change.why().origin().ifPresent(origin -> JsonReport.origin(node, origin));
        change.stored().ifPresent(stored -> node.set("server", stored(stored)));
        plan.check(change).ifPresent(check -> node.set("checks", CheckJson.of(check)));
        return node;
    }

    private static ObjectNode stored(StoredObject stored) {
        ObjectNode node = JsonReport.object().put("id", stored.id().toString());
        stored.version().ifPresent(version -> node.put("version", version));
        return node;
    }
}
