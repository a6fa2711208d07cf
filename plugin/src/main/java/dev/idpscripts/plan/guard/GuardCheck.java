package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The brakes on removing and switching off: too much at once is more often a mistake in the files than a wish. */
final class GuardCheck {

    private static final int PERCENT = 100;
    private static final int MOST_NAMES = 10;

    /** What nobody removes by accident, where an environment sets no guards (issue 20): more, and a larger share, must be told. */
    private static final int USUAL_DELETES = 10;

    private static final int USUAL_PERCENT = 30;

    private GuardCheck() {}

    /**
     * A guard that a plan exceeds.
     *
     * @param limit such as {@code 30 %}
     * @param option what lets more through
     * @param needed the least value of it that lets this plan through
     * @param usual whether it holds because the environment sets none
     */
    record Exceeded(String limit, String option, int needed, boolean usual) {}

    /** In a sentence, with the names. */
    static String told(Plan plan, List<Exceeded> exceeded) {
        List<String> names = removals(plan).stream()
                .map(change -> change.kind() + " " + change.subject())
                .toList();
        return "this would delete, unbind or disable " + names.size() + " of the " + Phrase.count(there(plan), "object")
                + " on the server (" + percent(plan) + " %); "
                + (exceeded.stream().anyMatch(Exceeded::usual)
                        ? "the environment sets no guards, which allows "
                        : "the environment allows ")
                + exceeded.stream().map(Exceeded::limit).collect(Collectors.joining(", and ")) + ": "
                + Phrase.some(names, MOST_NAMES);
    }

    private static int there(Plan plan) {
        return plan.server().scripts()
                + plan.server().bindings()
                + plan.server().templates();
    }

    /** Rounded up. */
    private static int percent(Plan plan) {
        int there = there(plan);
        return there == 0 ? 0 : (removals(plan).size() * PERCENT + there - 1) / there;
    }

    private static List<Change> removals(Plan plan) {
        return plan.changes().stream().filter(GuardCheck::takesAway).toList();
    }

    /** The guards that a plan exceeds. */
    static List<Exceeded> exceeded(Plan plan, Guards guards) {
        int removals = removals(plan).size();
        int percent = percent(plan);
        Stream<Exceeded> byCount = guards.maxDeletes().stream()
                .filter(max -> removals > max)
                .mapToObj(max -> new Exceeded(String.valueOf(max), "maxDeletes", removals, false));
        Stream<Exceeded> byPercent = guards.maxDeletePercent().stream()
                .filter(max -> percent > max)
                .mapToObj(max -> new Exceeded(max + " %", "maxDeletePercent", percent, false));
        Stream<Exceeded> byDefault = guards.isUnlimited() && removals > USUAL_DELETES && percent > USUAL_PERCENT
                ? Stream.of(new Exceeded(USUAL_DELETES + ", or " + USUAL_PERCENT + " %", "maxDeletes", removals, true))
                : Stream.empty();
        return Stream.of(byCount, byPercent, byDefault).flatMap(each -> each).toList();
    }

    /** Deletes, unbinds, and what switches off something that runs. */
    private static boolean takesAway(Change change) {
        boolean switchesOff = change instanceof ScriptChange.Deactivate c
                && c.current()
                        .filter(stored -> stored.status() == ScriptStatus.ACTIVE)
                        .isPresent();
        boolean disables = change instanceof BindingChange.Rebind c
                && c.current().enabled()
                && !c.binding().settings().enabled();
        return switchesOff || disables || change.kind().removes();
    }
}
