package dev.idpscripts.report.text;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.PlanView.Item;
import dev.idpscripts.report.words.LeftoverText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands below the objects of a plan: what was not told beside them, what no file declares, and what it all comes to.
 *
 * @param out takes the lines
 */
record PlanNotes(Style style, FoldedLines out) {

    /** Checks that were told of no object, and bodies that were not shown. */
    void untold(Plan plan, List<Item> items, boolean verbose, boolean bodies) {
        List<String> lines = new ArrayList<>();
        if (!verbose) {
            List<String> brief = items.stream()
                    .filter(item -> item.isPlainCreate() && item.isUneventful())
                    .map(Item::object)
                    .toList();
            CheckText.together(plan.checks().stream()
                            .filter(check -> brief.contains(Text.clean("script " + check.script())))
                            .toList())
                    .ifPresent(lines::add);
        }
        int hidden = (int) items.stream()
                .filter(item -> item.diff().isPresent() && !item.isChange())
                .count();
        if (!bodies && hidden > 0) {
            lines.add(Phrase.word(hidden, "1 body that comes or goes is", hidden + " bodies that come or go are")
                    + " not shown here; all with -Didp-scripts.verbose, and in plan.html.");
        }
        if (!lines.isEmpty()) {
            out.blank();
            lines.forEach(out::sentence);
        }
    }

    /** What of this repository is in no file any more, and what removes it. */
    void leftovers(Plan plan) {
        List<String> sentences = LeftoverText.sentences(plan);
        sentences.forEach(sentence -> out.sentence(style::changed, "", sentence));
        if (!sentences.isEmpty()) {
            long ours = plan.unmanaged().stream().filter(Unmanaged::ours).count();
            out.sentence("To remove " + (ours == 1 ? "it" : "them") + ", plan with prune:");
            out.whole("  " + LeftoverText.removal(plan));
        }
    }

    /** What else no file declares. */
    void unmanaged(List<Unmanaged> all, boolean listed) {
        // What is this repository's is named already.
        List<Unmanaged> unmanaged =
                all.stream().filter(each -> listed || !each.ours()).toList();
        if (unmanaged.isEmpty()) {
            return;
        }
        out.blank();
        out.sentence("On the server and in no file: " + Text.size(size(unmanaged)) + ", left alone"
                + (listed ? ":" : "; list them with -Didp-scripts.unmanaged"));
        if (listed) {
            unmanaged.forEach(each ->
                    out.sentence(UnaryOperator.identity(), "  ", Text.clean(each.subject() + ": " + each.detail())));
        }
    }

    private static ObjectCounts size(List<Unmanaged> unmanaged) {
        return new ObjectCounts(
                count(unmanaged, ObjectAddress.Type.SCRIPT),
                count(unmanaged, ObjectAddress.Type.BINDING),
                count(unmanaged, ObjectAddress.Type.TEMPLATE));
    }

    private static int count(List<Unmanaged> unmanaged, ObjectAddress.Type type) {
        return (int) unmanaged.stream().filter(u -> u.subject().type() == type).count();
    }

    void remarks(Plan plan) {
        plan.remarks().forEach(remark -> out.sentence(style::changed, "", "Note: " + Text.clean(remark) + "."));
    }

    /** The last line. */
    void summary(Plan plan) {
        out.sentence(plan.isApplicable() ? style::strong : style::removed, "", PlanSummary.sentence(plan));
    }
}
