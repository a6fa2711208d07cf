package dev.idpscripts.report.text;

import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.plan.guard.Keeping;
import dev.idpscripts.report.diff.DiffText;
import dev.idpscripts.report.diff.LineDiff;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.PlanView.Item;
import dev.idpscripts.report.words.ReachText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A plan for a terminal. */
public final class PlanText {

    private static final String INDENT = FoldedLines.INDENT;

    /** More lines of one difference, or of a plan that shows all bodies, than anybody reads on a terminal. */
    private static final int MOST_ROWS = 200;

    private final Style style;
    private final FindingsText places;
    private final Verbosity verbosity;
    private final boolean listUnmanaged;
    private final int width;

    /**
     * @param places shows the lines of errors
     * @param listUnmanaged whether what no file declares is listed, or only counted
     * @param width columns to wrap sentences at; 0 for none
     */
    public PlanText(Style style, FindingsText places, Verbosity verbosity, boolean listUnmanaged, int width) {
        this.style = style;
        this.places = places;
        this.verbosity = verbosity;
        this.listUnmanaged = listUnmanaged || verbosity == Verbosity.VERBOSE;
        this.width = width;
    }

    /** The plan, line by line. The bodies of what comes and goes are part of it where it stays short, or if all was asked for. */
    public List<String> render(Plan plan) {
        PlanView view = PlanView.of(plan, places);
        if (verbosity == Verbosity.QUIET) {
            return quiet(plan, view);
        }
        List<String> whole = render(plan, view, true);
        return verbosity == Verbosity.VERBOSE || whole.size() <= MOST_ROWS ? whole : render(plan, view, false);
    }

    /** Only what stands in the way, and what it all comes to. */
    private List<String> quiet(Plan plan, PlanView view) {
        FoldedLines out = new FoldedLines(width);
        Stream.concat(view.local().stream().filter(Item::hasFailed), view.server().stream())
                .forEach(item -> {
                    object(item, out);
                    if (item.hasFailed()) {
                        checks(plan, item, out);
                    }
                });
        PlanNotes notes = new PlanNotes(style, out);
        notes.leftovers(plan);
        notes.summary(plan);
        return out.all();
    }

    private List<String> render(Plan plan, PlanView view, boolean bodies) {
        FoldedLines out = new FoldedLines(width);
        out.sentence("Files: " + Text.size(plan.files()) + ". Server: " + Text.size(plan.server()) + ".");
        items(plan, view.local(), bodies, out);
        if (!view.server().isEmpty()) {
            out.blank();
            out.sentence(style::strong, "", Keeping.title() + "; this plan would undo it:");
            items(plan, view.server(), bodies, out);
        }
        PlanNotes notes = new PlanNotes(style, out);
        notes.untold(
                plan,
                Stream.concat(view.local().stream(), view.server().stream()).toList(),
                verbosity == Verbosity.VERBOSE,
                bodies);
        if (plan.unmanaged().stream().anyMatch(Unmanaged::ours)) {
            out.blank();
            notes.leftovers(plan);
        }
        notes.unmanaged(plan.unmanaged(), listUnmanaged);
        notes.remarks(plan);
        out.blank();
        notes.summary(plan);
        return out.all();
    }

    /** Objects one below the other; those with a difference stand apart. */
    private void items(Plan plan, List<Item> items, boolean bodies, FoldedLines out) {
        boolean apart = true;
        for (Item item : items) {
            Optional<LineDiff> diff = item.diff().filter(some -> bodies || item.isChange());
            if (apart || diff.isPresent()) {
                out.blank();
            }
            item(plan, item, out);
            diff.ifPresent(lines -> lines(lines, out));
            apart = diff.isPresent();
        }
    }

    private void item(Plan plan, Item item, FoldedLines out) {
        object(item, out);
        boolean brief = verbosity != Verbosity.VERBOSE && item.isPlainCreate();
        if (!brief && (verbosity == Verbosity.VERBOSE || !item.isPlainDelete())) {
            item.reasons().forEach(reason -> out.sentence(style::faint, INDENT, reason));
        }
        item.who().forEach(line -> out.sentence(style::changed, INDENT, line));
        // Where something new runs stands at its bindings.
        if (!item.reach().isEmpty() && (!brief || item.reach().startsWith(ReachText.NOWHERE))) {
            out.sentence(style::faint, INDENT, item.reach());
        }
        if (verbosity == Verbosity.VERBOSE) {
            item.stored().ifPresent(stored -> out.sentence(style::faint, INDENT, "server object " + stored));
        }
        if (item.check().isPresent() && !(brief && item.isUneventful())) {
            checks(plan, item, out);
        }
    }

    private void object(Item item, FoldedLines out) {
        UnaryOperator<String> colour =
                switch (item.action()) {
                    case CREATE -> style::added;
                    case CHANGE -> style::changed;
                    case DELETE -> style::removed;
                };
        out.sentence(colour, "  ", item.action().sign() + " " + item.object() + " " + item.sentence());
    }

    private void checks(Plan plan, Item item, FoldedLines out) {
        CheckText checks = new CheckText(style, places);
        plan.checks().stream()
                .filter(check -> item.object().equals(Text.clean("script " + check.script())))
                .findFirst()
                .ifPresent(check -> checks.render(check).forEach(line -> out.line(INDENT + line)));
    }

    private void lines(LineDiff diff, FoldedLines out) {
        int most = verbosity == Verbosity.VERBOSE ? Integer.MAX_VALUE : MOST_ROWS;
        new DiffText(style, most).body(diff).forEach(line -> out.whole(INDENT + line));
    }
}
