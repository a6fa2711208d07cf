package dev.idpscripts.report.markdown;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.guard.Keeping;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.PlanView;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.report.words.LeftoverText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.List;

/** What stands at the top of a plan in Markdown, and is never left out: marker, summary, table, problems. */
final class MarkdownHead {

    private static final int MOST_PROBLEMS = 20;

    private MarkdownHead() {}

    static void render(Plan plan, PlanMetadata made, PlanView view, List<String> out) {
        String environment = plan.target().environment();
        out.add(marker(environment));
        out.add("## Plan for " + Markdown.code(Text.clean(environment)));
        out.add("");
        out.add(Markdown.code(Heading.address(plan.target())) + ", tenant "
                + Markdown.code(plan.target().tenant().toString()) + ", " + Markdown.text(Heading.files(made)) + ". "
                + Markdown.text(Heading.made(made)) + ".");
        out.add("");
        out.add("**" + Markdown.text(PlanSummary.sentence(plan)) + "**");
        out.add("");
        if (!plan.isEmpty()) {
            table(plan, out);
        }
        if (!view.server().isEmpty()) {
            drift(plan, out);
        }
        leftovers(plan, out);
        problemsAndRemarks(plan, out);
    }

    private static void drift(Plan plan, List<String> out) {
        Target target = plan.target();
        String keep = target.goal(Keeping.command(plan.overwriting()).goal()).toString();
        String undo = target.goal("apply").with("overwriteDrift").toString();
        out.add("> ⚠️ Applying this undoes what was done on the server. `apply` refuses that. "
                + Keeping.words(plan.overwriting()) + " " + Markdown.code(keep) + ". To undo it all the same: "
                + Markdown.code(undo) + ".");
        out.add("");
    }

    private static void leftovers(Plan plan, List<String> out) {
        List<String> leftovers = LeftoverText.sentences(plan);
        if (!leftovers.isEmpty()) {
            out.add("> " + Markdown.text(String.join(" ", leftovers)) + " To remove what is left over: "
                    + Markdown.code(LeftoverText.removal(plan).toString()) + ".");
            out.add("");
        }
    }

    private static void problemsAndRemarks(Plan plan, List<String> out) {
        plan.problems().stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> out.add("- ❌ " + Markdown.text(problem.toString())));
        if (plan.problems().size() > MOST_PROBLEMS) {
            out.add("- and " + Phrase.count(plan.problems().size() - MOST_PROBLEMS, "more problem"));
        }
        plan.remarks().stream().limit(MOST_PROBLEMS).forEach(remark -> out.add("- " + Markdown.text(remark)));
        if (!plan.problems().isEmpty() || !plan.remarks().isEmpty()) {
            out.add("");
        }
    }

    /** A bot finds its comment by this line; a name cannot end it. */
    static String marker(String environment) {
        return "<!-- idp-scripts plan: " + Text.clean(environment).replaceAll("[^\\p{L}\\p{N} ._]", "-") + " -->";
    }

    private static void table(Plan plan, List<String> out) {
        out.add("| | create | change | delete | of | changed on the server |");
        out.add("|---|---:|---:|---:|---:|---:|");
        for (ObjectAddress.Type type :
                List.of(ObjectAddress.Type.SCRIPT, ObjectAddress.Type.BINDING, ObjectAddress.Type.TEMPLATE)) {
            out.add("| " + type + "s | " + PlanSummary.count(plan, type, PlanSummary.Action.CREATE) + " | "
                    + PlanSummary.count(plan, type, PlanSummary.Action.CHANGE) + " | "
                    + PlanSummary.count(plan, type, PlanSummary.Action.DELETE) + " | "
                    + plan.server().of(type) + " | " + PlanSummary.undone(plan, type) + " |");
        }
        out.add("");
    }
}
