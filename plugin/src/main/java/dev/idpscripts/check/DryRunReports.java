package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.DryRunReport;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Script;
import java.util.List;
import java.util.Map;

/** Says what a single run did to its attributes. */
public final class DryRunReports {

    private DryRunReports() {}

    /**
     * The run beside what it started from.
     *
     * @param where which engine ran what
     * @param context what it started from
     */
    public static DryRunReport report(Script script, String where, JsonValue context, RunOutcome seen) {
        Object before = context.value() instanceof Map<?, ?> map && map.containsKey("attributes")
                ? map.get("attributes")
                : Map.of();
        List<Difference> changes = seen.attributes()
                .map(after -> ExpectationMatcher.between(new JsonValue(before), after))
                .orElse(List.of());
        return new DryRunReport(script, where, seen, changes);
    }
}
