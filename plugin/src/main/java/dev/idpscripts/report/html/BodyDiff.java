package dev.idpscripts.report.html;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.report.diff.DiffBlocks;
import dev.idpscripts.report.diff.DiffText;
import dev.idpscripts.report.diff.LineDiff;
import dev.idpscripts.report.diff.SideBySideText;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;

/** The line difference of two bodies, for people who asked for nothing else. */
public final class BodyDiff {

    private final String left;
    private final String right;
    private final LineDiff diff;

    /**
     * Compares.
     *
     * @param left what the old body is
     * @param right what the new body is
     */
    public BodyDiff(String left, Body before, String right, Body after) {
        this.left = Text.clean(left);
        this.right = Text.clean(right);
        this.diff = LineDiff.of(before, after);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return diff.rows().isEmpty() && diff.remark().isEmpty();
    }

    /** Such as {@code 2 lines added, 1 line removed}. */
    public String summary() {
        return isEmpty()
                ? "No difference."
                : Phrase.count(diff.added(), "line") + " added, " + Phrase.count(diff.removed(), "line") + " removed"
                        + (diff.remark().isEmpty() ? "." : "; " + diff.remark() + ".");
    }

    /** For {@code result.json}. */
    public ResultDetail detail() {
        return ResultDetail.difference(left, right, diff.added(), diff.removed());
    }

    /** In the unified format, all of it. */
    public List<String> unified(Style style) {
        List<String> out = new ArrayList<>();
        out.add(style.removed("--- " + left));
        out.add(style.added("+++ " + right));
        out.addAll(new DiffText(style, Integer.MAX_VALUE).render(diff));
        return out;
    }

    /**
     * Old and new beside each other.
     *
     * @param width in characters; 0 for 80
     */
    public List<String> sideBySide(Style style, int width) {
        return new SideBySideText(style, width).render(left, right, diff);
    }

    /**
     * As one HTML file: no network, no script.
     *
     * @param title what is compared
     */
    public String html(String title) {
        StringOutput out = new StringOutput();
        JtediffGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                null,
                new DiffPage(Text.clean(title), left, right, summary(), DiffBlocks.of(diff, Integer.MAX_VALUE)));
        return PlanHtml.visible(out.toString());
    }
}
