package dev.idpscripts.report.text;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.diff.DiffText;
import dev.idpscripts.report.style.LineWrap;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.PlanView.Item;
import dev.idpscripts.report.words.LeftoverText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A look at changed files, for a terminal: the worst first, one sentence for everything at the end. */
public final class WatchText {

    private static final String INDENT = "      ";
    private static final int MOST_ROWS = 40;
    private static final int MOST_FILES = 3;

    private final Style style;
    private final FindingsText places;
    private final LineWrap fold;

    /**
     * @param places shows the lines of errors
     * @param width columns to fold at; 0 for none
     */
    public WatchText(Style style, FindingsText places, int width) {
        this.style = style;
        this.places = places;
        this.fold = new LineWrap(width);
    }

    /** The round, line by line. */
    public List<String> render(WatchResult round) {
        List<String> out = new ArrayList<>();
        if (!round.isFirst()) {
            out.addAll(fold.of(style.strong("Changed: " + changed(List.copyOf(round.changed())))));
        }
        round.trouble()
                .ifPresent(why -> why.lines().forEach(line -> out.addAll(fold.of(style.removed(Text.clean(line))))));
        if (round.trouble().isPresent()) {
            out.add("Watching on.");
            return out;
        }
        round.findings().forEach(finding -> finding(finding, out));
        List<ScriptResult> failed = round.tests().stream()
                .filter(result -> !result.failures().isEmpty())
                .toList();
        out.addAll(fold.of(new TestsText(style, places).render(failed)));
        round.fresh().ifPresent(plan -> changes(plan, !round.isFirst(), out));
        round.plan().ifPresent(plan -> LeftoverText.sentences(plan)
                .forEach(sentence -> out.addAll(fold.of(style.changed(sentence)))));
        out.addAll(fold.of(style.strong(summary(round))));
        return out;
    }

    private static String changed(List<String> files) {
        return Text.clean(Phrase.some(files, MOST_FILES));
    }

    private void finding(Finding finding, List<String> out) {
        List<String> lines = places.render(finding);
        String level = finding.isError() ? style.removed("error ") : style.changed("warning ");
        out.addAll(fold.of(level + lines.get(0)));
        out.addAll(lines.subList(1, lines.size()));
    }

    private void changes(Plan plan, boolean lines, List<String> out) {
        PlanView view = PlanView.of(plan, places);
        for (Item item :
                Stream.concat(view.local().stream(), view.server().stream()).toList()) {
            String text = item.action().sign() + " " + item.object() + " " + item.sentence();
            out.addAll(fold.of("  "
                    + switch (item.action()) {
                        case CREATE -> style.added(text);
                        case CHANGE -> style.changed(text);
                        case DELETE -> style.removed(text);
                    }));
            // Of a new script every line is new.
            item.diff()
                    .filter(diff -> lines && item.action() == PlanSummary.Action.CHANGE)
                    .ifPresent(diff -> new DiffText(style, MOST_ROWS)
                            .render(diff)
                            .forEach(line -> out.add((INDENT + line).stripTrailing())));
        }
    }

    private static String summary(WatchResult round) {
        long errors = round.findings().stream().filter(Finding::isError).count();
        int warnings = round.findings().size() - (int) errors;
        String files = errors == 0
                ? FindingsText.valid(round.files(), warnings)
                : Phrase.count((int) errors, "error") + " in the files.";
        String difference = round.plan()
                .map(plan -> plan.isEmpty() ? " No changes to the server." : " Plan: " + PlanSummary.words(plan) + ".")
                .orElse("");
        return files + " " + TestsText.summary(round.tests()) + difference + " "
                + round.took().toMillis() + " ms.";
    }
}
