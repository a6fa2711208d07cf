package dev.idpscripts.report.markdown;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.plan.guard.Keeping;
import dev.idpscripts.report.diff.DiffBlocks;
import dev.idpscripts.report.diff.DiffText;
import dev.idpscripts.report.diff.LineDiff;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanView;
import dev.idpscripts.report.text.PlanView.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan for a pull request: {@code plan.md}. It stays below what a comment may hold; what does not fit is left out in steps,
 * least needed first, and said. The summary is never left out.
 */
public final class PlanMarkdown {

    /** GitHub takes 65,536 characters in a comment; GitLab takes 1,000,000. */
    static final int MOST = 65_535;

    /** Lines of one difference that a reviewer reads in a comment. */
    private static final int LONG_DIFF = 400;

    private static final int SHORT_DIFF = 20;

    /** How much of each object is told. */
    private enum Detail {
        WHOLE,
        SHORT_DIFFS,
        NO_DIFFS,
        ONE_LINE
    }

    private final Plan plan;
    private final PlanMetadata made;
    private final PlanView view;

    private PlanMarkdown(Plan plan, PlanMetadata made, FindingsText places) {
        this.plan = plan;
        this.made = made;
        this.view = PlanView.of(plan, places);
    }

    /**
     * The file's text.
     *
     * @param made when and from what
     * @param places shows the lines of errors
     */
    public static String render(Plan plan, PlanMetadata made, FindingsText places) {
        return render(plan, made, places, MOST);
    }

    static String render(Plan plan, PlanMetadata made, FindingsText places, int most) {
        PlanMarkdown markdown = new PlanMarkdown(plan, made, places);
        for (Detail detail : Detail.values()) {
            String text = markdown.render(detail, Integer.MAX_VALUE);
            if (text.length() <= most) {
                return text;
            }
        }
        return markdown.cut(most);
    }

    /** As many objects as fit. */
    private String cut(int most) {
        int low = 0;
        int high = view.local().size() + view.server().size();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (render(Detail.ONE_LINE, middle).length() <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return render(Detail.ONE_LINE, low);
    }

    private String render(Detail detail, int items) {
        List<String> out = new ArrayList<>();
        MarkdownHead.render(plan, made, view, out);
        boolean cut = items < view.local().size() + view.server().size();
        if (detail != Detail.WHOLE) {
            out.add("> " + shortened(detail, cut) + " plan.html and plan.json have all of it.");
            out.add("");
        }
        // What somebody changed comes first: it needs a decision.
        List<Item> server = view.server().stream().limit(items).toList();
        section(Keeping.title(), server, detail, out);
        List<Item> local =
                view.local().stream().limit(Math.max(0, items - server.size())).toList();
        section(view.server().isEmpty() ? "Changes" : "Changed in the files", local, detail, out);
        int more = view.local().size() + view.server().size() - local.size() - server.size();
        if (more > 0) {
            out.add("and " + Phrase.count(more, "more object") + ".");
            out.add("");
        }
        if (!cut) {
            unmanaged(detail, out);
        }
        return String.join("\n", out).strip() + "\n";
    }

    private static String shortened(Detail detail, boolean cut) {
        return switch (detail) {
            case WHOLE, SHORT_DIFFS ->
                "Shortened to fit into a comment: of each difference only the first lines are shown.";
            case NO_DIFFS -> "Shortened to fit into a comment: without the differences of lines.";
            case ONE_LINE ->
                "Shortened to fit into a comment: without details" + (cut ? ", and not every object is listed." : ".");
        };
    }

    private static void section(String title, List<Item> items, Detail detail, List<String> out) {
        if (items.isEmpty()) {
            return;
        }
        out.add("### " + title);
        out.add("");
        for (Item item : items) {
            item(item, detail, out);
        }
        if (detail == Detail.ONE_LINE) {
            out.add("");
        }
    }

    private static void item(Item item, Detail detail, List<String> out) {
        String line =
                "- " + item.action().sign().replace("+", "➕").replace("~", "✏️").replace("-", "➖") + " "
                        + Markdown.code(item.object()) + " " + Markdown.text(item.sentence());
        boolean failed = item.check().filter(check -> !check.passed()).isPresent();
        out.add(line + (failed ? " ❌" : ""));
        if (detail == Detail.ONE_LINE) {
            return;
        }
        item.reasons().forEach(reason -> out.add("  - " + Markdown.text(reason)));
        item.who().forEach(who -> out.add("  - " + Markdown.text(who)));
        if (!item.reach().isEmpty()) {
            out.add("  - " + Markdown.text(item.reach()));
        }
        item.check().ifPresent(check -> {
            out.add("  - " + (check.passed() ? "✅ " : "❌ ") + Markdown.text(check.verdict()));
            if (!check.details().isEmpty()) {
                fold(check.passed() ? "behaviour and warnings" : "what fails", "text", check.details(), out);
            }
        });
        item.diff().ifPresent(diff -> diff(diff, detail, out));
        out.add("");
    }

    private static void diff(LineDiff diff, Detail detail, List<String> out) {
        String counts = DiffBlocks.of(diff, 0).title();
        if (detail == Detail.NO_DIFFS || diff.rows().isEmpty()) {
            out.add("  - " + Markdown.text(counts));
            return;
        }
        List<String> lines = new DiffText(new Style(false), detail == Detail.WHOLE ? LONG_DIFF : SHORT_DIFF)
                .body(diff).stream()
                        // The caret lines would look like context to whoever colours the difference.
                        .filter(line -> !line.matches(" [ \t]*\\^[ \t^]*"))
                        .map(line -> line.replace("; all with -Didp-scripts.verbose", "; all in plan.html"))
                        .toList();
        fold(counts, "diff", lines, out);
    }

    /** Lines that open with a click, in a fence that none of them can close. */
    private static void fold(String title, String language, List<String> lines, List<String> out) {
        String text = String.join("\n", lines);
        String fence = Markdown.fence(text);
        out.add("  <details><summary>" + title.replace("&", "&amp;").replace("<", "&lt;") + "</summary>");
        out.add("");
        out.add("  " + fence + language);
        lines.forEach(line -> out.add("  " + Text.clean(line)));
        out.add("  " + fence);
        out.add("  </details>");
    }

    private void unmanaged(Detail detail, List<String> out) {
        if (plan.unmanaged().isEmpty()) {
            return;
        }
        String count = Phrase.count(plan.unmanaged().size(), "object");
        if (detail == Detail.ONE_LINE) {
            out.add("On the server and in no file: " + count + ", left alone.");
            return;
        }
        out.add("<details><summary>On the server and in no file: " + count + ", left alone</summary>");
        out.add("");
        plan.unmanaged()
                .forEach(u -> out.add("- " + Markdown.code(u.subject().toString()) + ": " + Markdown.text(u.detail())));
        out.add("");
        out.add("</details>");
    }
}
