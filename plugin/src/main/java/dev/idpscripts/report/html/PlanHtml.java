package dev.idpscripts.report.html;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.words.NoPlan;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * A plan as one HTML file: no network, no script. Its templates are in {@code src/main/jte}; they are compiled with the plugin and
 * escape every text by where it stands.
 */
public final class PlanHtml {

    private PlanHtml() {}

    /**
     * The file's text.
     *
     * @param made when and from what
     * @param places shows the lines of errors
     */
    public static String render(Plan plan, PlanMetadata made, FindingsText places) {
        StringOutput out = new StringOutput();
        JteplanGenerated.render(new OwaspHtmlTemplateOutput(out), null, PlanPage.of(plan, made, places));
        return visible(out.toString());
    }

    /** The file's text of a run that made no plan. */
    public static String render(NoPlan none) {
        StringOutput out = new StringOutput();
        JtenoplanGenerated.render(new OwaspHtmlTemplateOutput(out), null, none);
        return visible(out.toString());
    }

    /** The page with what is hidden in it, wherever it comes from. */
    static String visible(String html) {
        return HiddenCharacters.replace(html, character -> "&lt;" + HiddenCharacters.code(character) + "&gt;");
    }
}
