package dev.idpscripts.report;

import dev.idpscripts.model.Subject;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan's changes by object, and how many objects come, change and go. */
final class Tally {

    /** What happens to an object as a whole, and the sign for it. */
    enum Fate {
        CREATE("+"),
        CHANGE("~"),
        DELETE("-");

        private final String sign;

        Fate(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Tally() {}

    /** Each object's changes in the plan's order; objects in the order in which people look for them. */
    static List<List<Change>> byObject(Plan plan) {
        Map<Object, List<Change>> groups = new LinkedHashMap<>();
        for (Subject.Type type : Subject.Type.values()) {
            plan.changes().stream().filter(c -> c.subject().type() == type).forEach(c -> groups.computeIfAbsent(
                            key(c), k -> new ArrayList<>())
                    .add(c));
        }
        return List.copyOf(groups.values());
    }

    /** What is on the server has an id there, whatever place or name it is given on the way. */
    private static Object key(Change change) {
        return change.stored().<Object>map(stored -> stored.id()).orElse(change.subject());
    }

    static Fate fate(List<Change> changes) {
        Change.Kind first = changes.get(0).kind();
        if (first == Change.Kind.CREATE || first == Change.Kind.BIND) {
            return Fate.CREATE;
        }
        return changes.stream().anyMatch(c -> c.kind().removes()) ? Fate.DELETE : Fate.CHANGE;
    }

    /** Such as {@code create 3 scripts and 2 bindings; change 2 of 48 scripts}. */
    static String words(Plan plan) {
        List<String> parts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            List<String> objects = new ArrayList<>();
            for (Subject.Type type : Subject.Type.values()) {
                int n = count(plan, type, fate);
                if (n > 0) {
                    int there = plan.server().of(type);
                    // What is new is counted by itself, the rest as a part of what is there.
                    objects.add(
                            fate == Fate.CREATE
                                    ? Text.count(n, type.toString())
                                    : n + " of " + Text.count(there, type.toString()));
                }
            }
            if (!objects.isEmpty()) {
                parts.add(fate + " " + Text.list(objects));
            }
        }
        return String.join("; ", parts);
    }

    /** How many objects somebody changed on the server. */
    static int undone(Plan plan) {
        return Arrays.stream(Subject.Type.values())
                .mapToInt(type -> undone(plan, type))
                .sum();
    }

    static int undone(Plan plan, Subject.Type type) {
        return (int) byObject(plan).stream()
                .filter(changes -> changes.get(0).subject().type() == type)
                .filter(changes -> changes.stream()
                        .anyMatch(change -> change.why().attribution().cause().overwrites()))
                .count();
    }

    /** How many objects of a kind this happens to. */
    static int count(Plan plan, Subject.Type type, Fate fate) {
        return (int) byObject(plan).stream()
                .filter(changes -> changes.get(0).subject().type() == type && fate(changes) == fate)
                .count();
    }
}
