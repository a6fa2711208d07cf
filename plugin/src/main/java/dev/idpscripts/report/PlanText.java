package dev.idpscripts.report;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Size;
import dev.idpscripts.model.Subject;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.StoredObject;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.plan.Unmanaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan for a terminal. */
public final class PlanText {

    private static final String INDENT = "      ";

    private final Style style;
    private final CheckText checks;
    private final boolean listUnmanaged;

    /**
     * @param places shows the lines of errors
     * @param listUnmanaged whether what no file declares is listed, or only counted
     */
    public PlanText(Style style, FindingsText places, boolean listUnmanaged) {
        this.style = style;
        this.checks = new CheckText(style, places);
        this.listUnmanaged = listUnmanaged;
    }

    /** The plan, line by line. */
    public List<String> render(Plan plan) {
        List<String> out = new ArrayList<>();
        out.add(style.strong("Plan for " + plan.target().environment()) + ": "
                + plan.target().url() + ", tenant " + plan.target().tenant());
        out.add("Files: " + Text.size(plan.files()) + ". Server: " + Text.size(plan.server()) + ".");
        objects(plan, out);
        unmanaged(plan.unmanaged(), out);
        plan.remarks().forEach(remark -> out.add(style.changed("Note: " + Text.clean(remark) + ".")));
        out.add("");
        out.add(style.strong(summary(plan)));
        return out;
    }

    /** Objects one below the other; those with a difference stand apart. */
    private void objects(Plan plan, List<String> out) {
        boolean apart = true;
        for (List<Change> changes : Tally.byObject(plan)) {
            List<String> difference =
                    changes.stream().flatMap(c -> diff(c).stream()).toList();
            if (apart || !difference.isEmpty()) {
                out.add("");
            }
            object(changes, out);
            changes.stream()
                    .flatMap(c -> plan.check(c).stream())
                    .flatMap(check -> checks.render(check).stream())
                    .forEach(line -> out.add(INDENT + line));
            difference.forEach(line -> out.add(INDENT + line));
            apart = !difference.isEmpty();
        }
    }

    private void object(List<Change> changes, List<String> out) {
        Tally.Fate fate = Tally.fate(changes);
        Change last = changes.get(changes.size() - 1);
        String line = fate.sign() + " " + Sentence.object(last) + " " + Sentence.of(changes);
        out.add("  "
                + switch (fate) {
                    case CREATE -> style.added(line);
                    case CHANGE -> style.changed(line);
                    case DELETE -> style.removed(line);
                });
        // That a new object must also be activated needs no reason of its own.
        changes.stream()
                .limit(fate == Tally.Fate.CREATE ? 1 : changes.size())
                .map(PlanText::why)
                .distinct()
                .forEach(why -> out.add(INDENT + style.faint(why)));
        last.stored().ifPresent(stored -> out.add(INDENT + style.faint(stored(stored))));
    }

    /** Such as {@code the file differs from version 3 (scripts/a.rhai:1:1)}. */
    private static String why(Change change) {
        String place = change.why().origin().map(origin -> " (" + origin + ")").orElse("");
        return Text.clean(change.why().reason() + place);
    }

    private static String stored(StoredObject object) {
        String version =
                object.version().isPresent() ? ", version " + object.version().getAsInt() : "";
        return "server object " + object.id() + version;
    }

    private List<String> diff(Change change) {
        return bodies(change)
                .map(pair -> BodyDiff.coloured(BodyDiff.of(pair.before(), pair.after()), style))
                .orElse(List.of());
    }

    private record Pair(Body before, Body after) {}

    private static Optional<Pair> bodies(Change change) {
        return change.match(
                script -> script instanceof ScriptChange.Update update
                        ? update.before()
                                .map(before -> new Pair(before, update.script().body()))
                        : Optional.empty(),
                binding -> Optional.empty(),
                template -> template instanceof TemplateChange.Update update
                        ? Optional.of(new Pair(
                                new Body(update.current().templateBody()),
                                update.template().body()))
                        : Optional.empty());
    }

    private void unmanaged(List<Unmanaged> unmanaged, List<String> out) {
        if (unmanaged.isEmpty()) {
            return;
        }
        out.add("");
        out.add("On the server and in no file: " + Text.size(size(unmanaged)) + ", left alone"
                + (listUnmanaged ? ":" : "; list them with -Didp-scripts.unmanaged"));
        if (listUnmanaged) {
            unmanaged.forEach(u -> out.add("  " + Text.clean(u.subject() + ": " + u.detail())));
        }
    }

    private static Size size(List<Unmanaged> unmanaged) {
        return new Size(
                count(unmanaged, Subject.Type.SCRIPT),
                count(unmanaged, Subject.Type.BINDING),
                count(unmanaged, Subject.Type.TEMPLATE));
    }

    private static int count(List<Unmanaged> unmanaged, Subject.Type type) {
        return (int) unmanaged.stream().filter(u -> u.subject().type() == type).count();
    }

    /** Such as {@code Plan: create 1 script and 3 bindings; change 2 scripts.}, or {@code No changes.} and why. */
    public static String summary(Plan plan) {
        if (!plan.isApplicable()) {
            int failing = (int)
                    plan.checks().stream().filter(check -> !check.passed()).count();
            List<String> reasons = new ArrayList<>();
            if (!plan.problems().isEmpty()) {
                reasons.add(Text.count(plan.problems().size(), "problem"));
            }
            if (failing > 0) {
                reasons.add(Text.count(failing, "script") + " with failing checks");
            }
            return "This plan cannot be applied: " + Text.list(reasons) + ".";
        }
        return plan.isEmpty()
                ? "No changes. The server holds what the files declare: " + Text.size(plan.files()) + "."
                : "Plan: " + Tally.words(plan) + ".";
    }
}
