package dev.idpscripts.check;

import dev.idpscripts.model.Origin;
import dev.idpscripts.model.plan.Made;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.report.FindingsText;
import dev.idpscripts.report.PlanJson;
import dev.idpscripts.report.PlanText;
import dev.idpscripts.report.Style;
import dev.idpscripts.report.Verbosity;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A plan as people and machines see it, without what differs from run to run. */
final class ShownPlan {

    private static final Style PLAIN = new Style(false);

    private ShownPlan() {}

    static String text(Plan plan, Function<Origin, Optional<String>> lines) {
        return steady(String.join(
                        "\n",
                        new PlanText(PLAIN, new FindingsText(PLAIN, lines), Verbosity.NORMAL, false, 0).render(plan))
                + "\n");
    }

    static String json(Plan plan) {
        return steady(PlanJson.render(plan, new Made(Instant.EPOCH, "none", "", "a test", "0.1.0")));
    }

    private static String steady(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
    }
}
