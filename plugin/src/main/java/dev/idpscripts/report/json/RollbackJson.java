package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.report.words.PlanSummary;
import java.util.Optional;

/**
 * A rollback for machines: {@code rollback.json}. Its changes are told as in {@code plan.json}; but it is no saved plan, for an apply of
 * it would push the old bodies as if they were the files'. Its form is in {@code specs/schemas/rollback.schema.json}.
 */
public final class RollbackJson {

    private static final String FORMAT_VERSION = "1.0";

    private RollbackJson() {}

    /** The file's text. */
    public static String render(RollbackPlan rollback) {
        Plan plan = rollback.plan();
        ObjectNode root = JsonReport.object().put("formatVersion", FORMAT_VERSION);
        JsonReport.target(root, plan.target());
        root.put("repository", plan.repository());
        root.put("applicable", plan.isApplicable());
        root.put("summary", PlanSummary.sentence(plan));
        ChangeJson json = new ChangeJson(plan);
        for (PlannedChange each : plan.planned()) {
            ObjectNode node = json.of(each);
            target(each.change(), rollback).ifPresent(target -> {
                ObjectNode to = node.putObject("to").put("version", target.version());
                if (!target.commit().isEmpty()) {
                    to.put("commit", target.commit());
                }
            });
            root.withArray("changes").add(node);
        }
        root.withArray("changes");
        plan.remarks().forEach(root.withArray("remarks")::add);
        return JsonReport.write(root);
    }

    /** The version whose body a script gets; empty for other changes. */
    private static Optional<RollbackPlan.EarlierVersion> target(Change change, RollbackPlan rollback) {
        return change.kind() == Change.Kind.UPDATE
                ? change.stored().map(ObjectRef::id).map(rollback.targets()::get)
                : Optional.empty();
    }
}
