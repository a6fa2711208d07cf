package dev.idpscripts.report.markdown;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.report.words.NoPlan;
import java.util.ArrayList;
import java.util.List;

/** {@code plan.md} of a run that made no plan: a pull request's comment says why, and an older one is not left standing. */
public final class NoPlanMarkdown {

    private NoPlanMarkdown() {}

    /** The file's text. */
    public static String render(NoPlan none) {
        List<String> out = new ArrayList<>();
        out.add(MarkdownHead.marker(none.environment()));
        out.add("## Plan"
                + (none.environment().isEmpty() ? "" : " for " + Markdown.code(Text.clean(none.environment()))));
        out.add("");
        none.target().ifPresent(target -> {
            out.add(Markdown.code(Heading.address(target)) + ", tenant "
                    + Markdown.code(target.tenant().toString()) + ".");
            out.add("");
        });
        out.add("**" + Markdown.text(none.sentence()) + "**");
        out.add("");
        none.problems().forEach(problem -> out.add("- ❌ " + Markdown.text(problem)));
        if (none.more() > 0) {
            out.add("- and " + Phrase.count(none.more(), "more problem"));
        }
        if (!none.problems().isEmpty()) {
            out.add("");
        }
        if (!none.next().isEmpty()) {
            String fence = Markdown.fence(String.join("\n", none.next()));
            out.add(fence + "text");
            out.addAll(none.next());
            out.add(fence);
        }
        return String.join("\n", out).strip() + "\n";
    }
}
