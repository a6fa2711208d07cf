package dev.idpscripts.report;

import dev.idpscripts.model.Change;
import dev.idpscripts.model.Plan;
import dev.idpscripts.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    }

    private Tally() {}

    /** Objects in the order in which people look for them, each with its changes in the plan's order. */
    static Map<Subject, List<Change>> byObject(Plan plan) {
        Map<Subject, List<Change>> groups = new LinkedHashMap<>();
        for (Subject.Type type : Subject.Type.values()) {
            plan.changes().stream().filter(c -> c.subject().type() == type).forEach(c -> groups.computeIfAbsent(
                            c.subject(), key -> new ArrayList<>())
                    .add(c));
        }
        return groups;
    }

    static Fate fate(List<Change> changes) {
        boolean comes = changes.stream().anyMatch(c -> c.kind() == Change.Kind.CREATE || c.kind() == Change.Kind.BIND);
        boolean goes = changes.stream().anyMatch(c -> c.kind().removes());
        if (comes == goes) {
            return Fate.CHANGE;
        }
        return comes ? Fate.CREATE : Fate.DELETE;
    }

    /** How many objects of a type have this fate. */
    static int count(Plan plan, Subject.Type type, Fate fate) {
        return (int) byObject(plan).entrySet().stream()
                .filter(e -> e.getKey().type() == type && fate(e.getValue()) == fate)
                .count();
    }
}
