package dev.idpscripts.report.text;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.report.diff.DiffText;
import dev.idpscripts.report.diff.LineDiff;
import dev.idpscripts.report.style.LineWrap;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.PlanView.Item;
import dev.idpscripts.report.words.LeftoverText;
import dev.idpscripts.report.words.PlanSummary;
import dev.idpscripts.report.words.ReachText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A plan for a terminal. */
public final class PlanText {

    private static final String INDENT = "      ";

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
        List<String> whole = render(plan, view, true);
        return verbosity == Verbosity.VERBOSE || whole.size() <= MOST_ROWS ? whole : render(plan, view, false);
    }

    private List<String> render(Plan plan, PlanView view, boolean bodies) {
        List<String> out = new ArrayList<>();
        if (verbosity == Verbosity.QUIET) {
            Stream.concat(view.local().stream(), view.server().stream())
                    .filter(item -> item.hasFailed() || view.server().contains(item))
                    .forEach(item -> {
                        object(item, out);
                        if (item.hasFailed()) {
                            checks(plan, item, out);
                        }
                    });
            leftovers(plan, out);
            summary(plan, out);
            return out;
        }
        write(
                UnaryOperator.identity(),
                "",
                "Files: " + Text.size(plan.files()) + ". Server: " + Text.size(plan.server()) + ".",
                out);
        items(plan, view.local(), bodies, out);
        if (!view.server().isEmpty()) {
            out.add("");
            write(
                    style::strong,
                    "",
                    "Changed on the server, not by this repository; applying the plan undoes it:",
                    out);
            items(plan, view.server(), bodies, out);
        }
        summaries(plan, view, bodies, out);
        if (plan.unmanaged().stream().anyMatch(Unmanaged::ours)) {
            out.add("");
            leftovers(plan, out);
        }
        unmanaged(plan.unmanaged(), out);
        plan.remarks().forEach(remark -> write(style::changed, "", "Note: " + Text.clean(remark) + ".", out));
        out.add("");
        summary(plan, out);
        return out;
    }

    /** Objects one below the other; those with a difference stand apart. */
    private void items(Plan plan, List<Item> items, boolean bodies, List<String> out) {
        boolean apart = true;
        for (Item item : items) {
            Optional<LineDiff> diff = item.diff().filter(some -> bodies || item.isChange());
            if (apart || diff.isPresent()) {
                out.add("");
            }
            item(plan, item, out);
            diff.ifPresent(lines -> lines(lines, out));
            apart = diff.isPresent();
        }
    }

    private void item(Plan plan, Item item, List<String> out) {
        object(item, out);
        boolean brief = verbosity != Verbosity.VERBOSE && item.isPlainCreate();
        if (!brief) {
            item.reasons().forEach(reason -> write(style::faint, INDENT, reason, out));
        }
        item.who().forEach(line -> write(style::changed, INDENT, line, out));
        // Where something new runs stands at its bindings.
        if (!item.reach().isEmpty() && (!brief || item.reach().startsWith(ReachText.NOWHERE))) {
            write(style::faint, INDENT, item.reach(), out);
        }
        if (verbosity == Verbosity.VERBOSE) {
            item.stored().ifPresent(stored -> write(style::faint, INDENT, "server object " + stored, out));
        }
        if (item.check().isPresent() && !(brief && item.isUneventful())) {
            checks(plan, item, out);
        }
    }

    private void checks(Plan plan, Item item, List<String> out) {
        CheckText checks = new CheckText(style, places);
        plan.checks().stream()
                .filter(check -> item.object().equals(Text.clean("script " + check.script())))
                .findFirst()
                .ifPresent(check ->
                        checks.render(check).forEach(line -> out.addAll(new LineWrap(width).of(INDENT + line))));
    }

    /** The last line. */
    private void summary(Plan plan, List<String> out) {
        write(plan.isApplicable() ? style::strong : style::removed, "", PlanSummary.sentence(plan), out);
    }

    private void lines(LineDiff diff, List<String> out) {
        int most = verbosity == Verbosity.VERBOSE ? Integer.MAX_VALUE : MOST_ROWS;
        new DiffText(style, most).body(diff).forEach(line -> out.add((INDENT + line).stripTrailing()));
    }

    /** What is not told beside each object. */
    private void summaries(Plan plan, PlanView view, boolean bodies, List<String> out) {
        List<Item> items =
                Stream.concat(view.local().stream(), view.server().stream()).toList();
        List<String> lines = new ArrayList<>();
        if (verbosity != Verbosity.VERBOSE) {
            List<String> brief = items.stream()
                    .filter(item -> item.isPlainCreate() && item.isUneventful())
                    .map(Item::object)
                    .toList();
            CheckText.together(plan.checks().stream()
                            .filter(check -> brief.contains(Text.clean("script " + check.script())))
                            .toList())
                    .ifPresent(lines::add);
        }
        long hidden = items.stream()
                .filter(item -> item.diff().isPresent() && !item.isChange())
                .count();
        if (!bodies && hidden > 0) {
            lines.add(Phrase.word((int) hidden, "1 body that comes or goes is", hidden + " bodies that come or go are")
                    + " not shown here; all with -Didp-scripts.verbose, and in plan.html.");
        }
        if (!lines.isEmpty()) {
            out.add("");
            lines.forEach(line -> write(UnaryOperator.identity(), "", line, out));
        }
    }

    private void object(Item item, List<String> out) {
        UnaryOperator<String> colour =
                switch (item.action()) {
                    case CREATE -> style::added;
                    case CHANGE -> style::changed;
                    case DELETE -> style::removed;
                };
        write(colour, "  ", item.action().sign() + " " + item.object() + " " + item.sentence(), out);
    }

    /** Writes a sentence; what does not fit goes on below, further in. */
    private void write(UnaryOperator<String> colour, String indent, String text, List<String> out) {
        int room = width == 0 ? 0 : Math.max(width - INDENT.length() - 2, INDENT.length());
        List<String> lines = LineWrap.flush(room).of(text);
        for (int i = 0; i < lines.size(); i++) {
            out.add((i == 0 ? indent : indent + "  ") + colour.apply(lines.get(i)));
        }
    }

    private void leftovers(Plan plan, List<String> out) {
        List<String> sentences = LeftoverText.sentences(plan);
        sentences.forEach(sentence -> write(style::changed, "", sentence, out));
        if (!sentences.isEmpty()) {
            out.add("To remove "
                    + (plan.unmanaged().stream().filter(Unmanaged::ours).count() == 1 ? "it" : "them")
                    + ", plan with prune:");
            out.add("  " + LeftoverText.removal(plan));
        }
    }

    private void unmanaged(List<Unmanaged> all, List<String> out) {
        // What is this repository's is named already.
        List<Unmanaged> unmanaged =
                all.stream().filter(each -> listUnmanaged || !each.ours()).toList();
        if (unmanaged.isEmpty()) {
            return;
        }
        out.add("");
        write(
                UnaryOperator.identity(),
                "",
                "On the server and in no file: " + Text.size(size(unmanaged)) + ", left alone"
                        + (listUnmanaged ? ":" : "; list them with -Didp-scripts.unmanaged"),
                out);
        if (listUnmanaged) {
            unmanaged.forEach(
                    u -> write(UnaryOperator.identity(), "  ", Text.clean(u.subject() + ": " + u.detail()), out));
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
}
