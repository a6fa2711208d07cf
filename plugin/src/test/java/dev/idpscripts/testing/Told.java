package dev.idpscripts.testing;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.Planner;
import java.util.List;

/** What plans say, in lines that tests can read. */
public final class Told {

    /** Of an environment {@code test}, without pruning. */
    public static final PlanOptions OPTIONS = new PlanOptions(
            new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, false);

    /** The same with pruning. */
    public static final PlanOptions PRUNE = new PlanOptions(OPTIONS.target(), OPTIONS.repository(), true);

    private Told() {}

    /** Each change with its cause, who did it, what it was made from, and what is said besides. */
    public static List<String> who(Desired files, Inventory server, PlanOptions options) {
        return who(Planner.plan(files.declare(), server, options));
    }

    public static List<String> who(Plan plan) {
        return plan.planned().stream()
                .map(each -> what(each) + ": " + who(each.reason().attribution()))
                .toList();
    }

    /** Each change with its reason. */
    public static List<String> why(List<PlannedChange> planned) {
        return planned.stream()
                .map(each -> what(each) + ": " + each.reason().text())
                .toList();
    }

    private static String named(String text) {
        return text.replace("user " + KnownServer.US, "we")
                .replace("user " + KnownServer.THEM, "they")
                .replace(" 00:00 UTC", "");
    }

    private static String what(PlannedChange each) {
        return each.change().kind() + " " + each.change().subject();
    }

    private static String who(Attribution who) {
        StringBuilder told = new StringBuilder(who.cause().toString());
        who.edits().forEach(edit -> told.append("; ").append(named(edit.toString())));
        who.base().ifPresent(base -> told.append("; from version ")
                .append(base.version())
                .append(" of commit ")
                .append(Provenance.shown(base.commit())));
        return told.append(who.remark().isEmpty() ? "" : "; " + who.remark()).toString();
    }
}
