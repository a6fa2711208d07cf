package dev.idpscripts.report.words;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan's changes by object, and how many objects come, change and go. */
public final class PlanSummary {

    /** What happens to an object as a whole, and the sign for it. */
    public enum Action {
        CREATE("+"),
        CHANGE("~"),
        DELETE("-");

        private final String sign;

        Action(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private PlanSummary() {}

    /** Each object's changes in the plan's order; objects in the order in which people look for them. */
    public static List<List<PlannedChange>> byObject(Plan plan) {
        Map<Object, List<PlannedChange>> groups = new LinkedHashMap<>();
        for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
            plan.planned().stream().filter(each -> type(each) == type).forEach(each -> groups.computeIfAbsent(
                            key(each.change()), k -> new ArrayList<>())
                    .add(each));
        }
        return List.copyOf(groups.values());
    }

    private static ObjectAddress.Type type(PlannedChange planned) {
        return planned.change().subject().type();
    }

    /** What is on the server has an id there, whatever place or name it is given on the way. */
    private static Object key(Change change) {
        return change.stored().<Object>map(stored -> stored.id()).orElse(change.subject());
    }

    public static Action action(List<PlannedChange> changes) {
        Change.Kind first = changes.get(0).change().kind();
        if (first == Change.Kind.CREATE || first == Change.Kind.BIND) {
            return Action.CREATE;
        }
        return changes.stream().anyMatch(each -> each.change().kind().removes()) ? Action.DELETE : Action.CHANGE;
    }

    /** Such as {@code create 3 scripts and 2 bindings; change 2 of 48 scripts}. */
    public static String words(Plan plan) {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            List<String> objects = new ArrayList<>();
            for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
                int n = count(plan, type, action);
                if (n > 0) {
                    int there = plan.server().of(type);
                    // What is new is counted by itself, the rest as a part of what is there.
                    objects.add(
                            action == Action.CREATE
                                    ? Phrase.count(n, type.toString())
                                    : n + " of " + Phrase.count(there, type.toString()));
                }
            }
            if (!objects.isEmpty()) {
                parts.add(action + " " + Phrase.list(objects));
            }
        }
        return String.join("; ", parts);
    }

    /** How many objects somebody changed on the server. */
    public static int undone(Plan plan) {
        return Arrays.stream(ObjectAddress.Type.values())
                .mapToInt(type -> undone(plan, type))
                .sum();
    }

    public static int undone(Plan plan, ObjectAddress.Type type) {
        return (int) byObject(plan).stream()
                .filter(changes -> type(changes.get(0)) == type)
                .filter(changes ->
                        changes.stream().anyMatch(each -> each.cause().overwrites()))
                .count();
    }

    /** How many objects of a kind this happens to. */
    public static int count(Plan plan, ObjectAddress.Type type, Action action) {
        return (int) byObject(plan).stream()
                .filter(changes -> type(changes.get(0)) == type && action(changes) == action)
                .count();
    }

    /** Such as {@code Plan: create 1 script; change 2 of 48 scripts.}, or {@code No changes.} and why. */
    public static String sentence(Plan plan) {
        if (!plan.isApplicable()) {
            int failing = (int)
                    plan.checks().stream().filter(check -> !check.passed()).count();
            List<String> reasons = new ArrayList<>();
            if (!plan.problems().isEmpty()) {
                reasons.add(Phrase.count(plan.problems().size(), "problem"));
            }
            if (failing > 0) {
                reasons.add(Phrase.count(failing, "script") + " with failing checks");
            }
            return "This plan cannot be applied: " + Phrase.list(reasons) + ".";
        }
        if (plan.isEmpty()) {
            return "No changes. The server holds what the files declare: " + Text.size(plan.files()) + ".";
        }
        int undone = undone(plan);
        return "Plan: " + words(plan) + "."
                + (undone == 0
                        ? ""
                        : " " + Phrase.count(undone, "object", "was", "were")
                                + " changed on the server by somebody else.");
    }
}
