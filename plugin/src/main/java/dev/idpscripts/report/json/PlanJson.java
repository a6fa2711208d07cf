package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.report.words.PlanSummary;

/**
 * A plan for machines, and for {@code apply} and {@code show}: {@code plan.json}. What it promises stands in
 * {@code specs/saved-plans.md}, its form in {@code specs/schemas/plan.schema.json}.
 */
public final class PlanJson {

    /** Raised in its second part for new keys, in its first if a key goes or gets another meaning. */
    static final String FORMAT_VERSION = "1.1";

    /** The key that holds what may differ between two files of the same plan. */
    static final String MADE = "made";

    static final String HASH = "hash";

    private PlanJson() {}

    /** The file's text. */
    public static String render(Plan plan, PlanMetadata made) {
        ObjectNode root = JsonReport.object();
        root.put("formatVersion", FORMAT_VERSION);
        root.set(MADE, made(made));
        root.put(HASH, "");
        JsonReport.target(root, plan.target());
        root.put("repository", plan.repository());
        root.put("applicable", plan.isApplicable());
        root.put("summary", PlanSummary.sentence(plan));
        ObjectNode sizes = root.putObject("sizes");
        sizes.set("files", size(plan.files()));
        sizes.set("server", size(plan.server()));
        ChangeJson changes = new ChangeJson(plan);
        plan.planned().forEach(each -> root.withArray("changes").add(changes.of(each)));
        root.withArray("changes");
        for (Unmanaged unmanaged : plan.unmanaged()) {
            root.withArray("unmanaged")
                    .add(JsonReport.subject(unmanaged.subject())
                            .put("detail", unmanaged.detail())
                            .put("ours", unmanaged.ours())
                            .put("runs", unmanaged.runs()));
        }
        root.withArray("unmanaged");
        plan.remarks().forEach(root.withArray("remarks")::add);
        JsonReport.problems(root.withArray("problems"), plan.problems());
        root.put(HASH, PlanHash.compute(root));
        return JsonReport.write(root);
    }

    private static ObjectNode made(PlanMetadata made) {
        return JsonReport.object()
                .put("at", made.at().toString())
                .put("commit", made.commit())
                .put("tree", made.tree())
                .put("subject", made.subject())
                .put("version", made.version());
    }

    private static ObjectNode size(ObjectCounts size) {
        return JsonReport.object()
                .put("scripts", size.scripts())
                .put("bindings", size.bindings())
                .put("templates", size.templates());
    }
}
