package dev.idpscripts.check;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A plan as people and machines see it, without what differs from run to run. */
final class ShownPlan {

    private static final Style PLAIN = new Style(false);

    private ShownPlan() {}

    static String text(Plan plan, Function<SourceLocation, Optional<String>> lines) {
        return steady(String.join(
                        "\n",
                        new PlanText(PLAIN, new FindingsText(PLAIN, lines), Verbosity.NORMAL, false, 0).render(plan))
                + "\n");
    }

    static String json(Plan plan) {
        return steady(PlanJson.render(plan, new PlanMetadata(Instant.EPOCH, "none", "", "a test", "0.1.0")));
    }

    private static String steady(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
    }
}
