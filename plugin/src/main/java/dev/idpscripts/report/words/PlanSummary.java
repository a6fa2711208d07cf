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
import java.util.function.Function;

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
        return byObject(plan.planned(), PlannedChange::change);
    }

    private static <T> List<List<T>> byObject(List<T> all, Function<T, Change> change) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
            all.stream()
                    .filter(each -> change.apply(each).subject().type() == type)
                    .forEach(each -> groups.computeIfAbsent(key(change.apply(each)), k -> new ArrayList<>())
                            .add(each));
        }
        return List.copyOf(groups.values());
    }

    /** What is on the server has an id there, whatever place or name it is given on the way. */
    private static Object key(Change change) {
        return change.stored().<Object>map(stored -> stored.id()).orElse(change.subject());
    }

    /** What happens to an object to which these changes happen. */
    public static Action action(List<Change> changes) {
        Change.Kind first = changes.get(0).kind();
        if (first == Change.Kind.CREATE || first == Change.Kind.BIND) {
            return Action.CREATE;
        }
        return changes.stream().anyMatch(each -> each.kind().removes()) ? Action.DELETE : Action.CHANGE;
    }

    /** Such as {@code create 3 scripts and 2 bindings; change 2 of 48 scripts}. */
    public static String words(Plan plan) {
        // What is new is counted by itself, the rest as a part of what is there.
        return words(
                plan.changes(),
                (action, type, n) -> action == Action.CREATE
                        ? Phrase.count(n, type.toString())
                        : n + " of " + Phrase.count(plan.server().of(type), type.toString()));
    }

    /** The same for what was carried out, such as {@code create 3 scripts and 2 bindings; change 2 scripts}. */
    public static String words(List<Change> changes) {
        return words(changes, (action, type, n) -> Phrase.count(n, type.toString()));
    }

    /** Says how many objects of a kind something happens to. */
    private interface Counted {
        String words(Action action, ObjectAddress.Type type, int n);
    }

    private static String words(List<Change> changes, Counted counted) {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            List<String> objects = new ArrayList<>();
            for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
                int n = count(changes, type, action);
                if (n > 0) {
                    objects.add(counted.words(action, type, n));
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
                .filter(changes -> changes.get(0).change().subject().type() == type)
                .filter(changes ->
                        changes.stream().anyMatch(each -> each.cause().overwrites()))
                .count();
    }

    /** How many objects of a kind this happens to. */
    public static int count(Plan plan, ObjectAddress.Type type, Action action) {
        return count(plan.changes(), type, action);
    }

    private static int count(List<Change> changes, ObjectAddress.Type type, Action action) {
        return (int) byObject(changes, change -> change).stream()
                .filter(each -> each.get(0).subject().type() == type && action(each) == action)
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
                + (undone == 0 ? "" : " " + Phrase.count(undone, "object", "was", "were") + " changed on the server.");
    }
}
