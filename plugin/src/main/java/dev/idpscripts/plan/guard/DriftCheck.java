package dev.idpscripts.plan.guard;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan undoes that somebody did on the server. */
public final class DriftCheck {

    private static final int MOST_NAMES = 10;

    private DriftCheck() {}

    /**
     * What a plan overwrites on the server that was not allowed.
     *
     * @param allowed {@code true} for everything; names of scripts, templates or connectors, with commas; {@code false} or
     *     empty for nothing
     */
    static List<PlannedChange> refused(Plan plan, String allowed) {
        return plan.overwriting().stream()
                .filter(each -> !isAllowed(each, allowed))
                .toList();
    }

    /** In a sentence, with the names. */
    static String told(List<PlannedChange> refused) {
        Map<ObjectAddress, Attribution.Cause> gravest = new LinkedHashMap<>();
        refused.forEach(
                each -> gravest.merge(each.change().subject(), each.cause(), (a, b) -> a.compareTo(b) < 0 ? b : a));
        List<String> names = gravest.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        return "applying this would undo what was done on the server: " + Phrase.some(names, MOST_NAMES);
    }

    /** Says which of the names that were given mean nothing of the plan; a typo would otherwise go unnoticed. */
    static String unmatched(Plan plan, String allowed) {
        // A name may itself have a comma.
        List<PlannedChange> overwriting = plan.overwriting();
        boolean whole = overwriting.stream().anyMatch(each -> isOf(each, Set.of(allowed.strip())));
        List<String> names = whole || allowed.isBlank() || allowed.equals("false")
                ? List.of()
                : names(allowed).stream()
                        .filter(name -> overwriting.stream().noneMatch(each -> isOf(each, Set.of(name))))
                        .toList();
        return names.isEmpty()
                ? ""
                : "-Didp-scripts.overwriteDrift names what was not changed on the server: " + String.join(", ", names)
                        + ". ";
    }

    /** What a plan is called for: a conflict weighs more than a drift, and that more than being behind. */
    public static ErrorCode code(List<PlannedChange> overwriting) {
        if (is(overwriting, Attribution.Cause.CONFLICT)) {
            return ErrorCode.CONFLICT_FOUND;
        }
        return is(overwriting, Attribution.Cause.DRIFT) ? ErrorCode.DRIFT_FOUND : ErrorCode.BEHIND_FOUND;
    }

    private static boolean is(List<PlannedChange> overwriting, Attribution.Cause cause) {
        return overwriting.stream().anyMatch(each -> each.cause() == cause);
    }

    private static boolean isAllowed(PlannedChange planned, String allowed) {
        Set<String> names = names(allowed);
        names.add(allowed.strip());
        return allowed.equals("true") || isOf(planned, names);
    }

    private static Set<String> names(String allowed) {
        return Arrays.stream(allowed.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(PlannedChange planned, Set<String> names) {
        Change change = planned.change();
        Stream<String> called = change instanceof BindingChange binding
                ? Stream.of(binding.script(), binding.slot().connector())
                : Stream.of(change.subject().name());
        Stream<String> inFiles =
                planned.reason().origin().stream().flatMap(origin -> Stream.of(origin.file(), origin.stem()));
        return Stream.concat(called, inFiles)
                .anyMatch(name -> names.stream().anyMatch(given -> ObjectName.isSame(given, name)));
    }
}
