package dev.idpscripts.report;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Change;
import dev.idpscripts.model.Plan;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.ScriptChange;
import dev.idpscripts.model.Size;
import dev.idpscripts.model.StoredObject;
import dev.idpscripts.model.Subject;
import dev.idpscripts.model.TemplateChange;
import dev.idpscripts.model.Unmanaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan for a terminal. */
public final class PlanText {

    private static final String INDENT = "      ";

    private final Style style;
    private final boolean listUnmanaged;

    /**
     * @param listUnmanaged whether what no file declares is listed, or only counted
     */
    public PlanText(Style style, boolean listUnmanaged) {
        this.style = style;
        this.listUnmanaged = listUnmanaged;
    }

    /** The plan, line by line. */
    public List<String> render(Plan plan) {
        List<String> out = new ArrayList<>();
        out.add(style.strong("Plan for " + plan.target().environment()) + ": "
                + plan.target().url() + ", tenant " + plan.target().tenant());
        out.add("Files: " + Text.size(plan.files()) + ". Server: " + Text.size(plan.server()) + ".");
        Tally.byObject(plan).forEach((subject, changes) -> object(subject, changes, out));
        unmanaged(plan.unmanaged(), out);
        plan.remarks().forEach(remark -> out.add(style.changed("Note: " + Text.clean(remark) + ".")));
        problems(plan.problems(), out);
        out.add("");
        out.add(style.strong(summary(plan)));
        return out;
    }

    private void object(Subject subject, List<Change> changes, List<String> out) {
        Tally.Fate fate = Tally.fate(changes);
        String sentences = Text.list(changes.stream().map(Sentence::of).toList());
        String line = fate.sign() + " " + Text.clean(subject.toString()) + " " + sentences;
        out.add("");
        out.add("  "
                + switch (fate) {
                    case CREATE -> style.added(line);
                    case CHANGE -> style.changed(line);
                    case DELETE -> style.removed(line);
                });
        changes.stream().map(this::why).distinct().forEach(why -> out.add(INDENT + style.faint(why)));
        changes.forEach(change -> diff(change).forEach(text -> out.add(INDENT + text)));
    }

    /** Such as {@code the file differs from version 3 (scripts/a.rhai:1:1; server object 7d0c… version 3)}. */
    private String why(Change change) {
        String where = change.why().origin().map(Object::toString).orElse("");
        String stored = change.stored().map(PlanText::stored).orElse("");
        String place = List.of(where, stored).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
        return Text.clean(change.why().reason() + (place.isEmpty() ? "" : " (" + place + ")"));
    }

    private static String stored(StoredObject object) {
        return "server object " + object.id()
                + (object.version().isPresent() ? " version " + object.version().getAsInt() : "");
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

    private void problems(List<Problem> problems, List<String> out) {
        if (!problems.isEmpty()) {
            out.add("");
            out.add(style.removed("This plan cannot be applied:"));
            problems.forEach(p -> out.add("  " + Text.clean(p.toString())));
        }
    }

    /** Such as {@code Plan: 1 script to create, 2 to change; 3 bindings to create.} or {@code No changes…}. */
    public static String summary(Plan plan) {
        if (plan.isEmpty()) {
            return "No changes. The server holds what the files declare: " + Text.size(plan.files()) + ".";
        }
        List<String> parts = new ArrayList<>();
        for (Subject.Type type : Subject.Type.values()) {
            for (Tally.Fate fate : Tally.Fate.values()) {
                int n = Tally.count(plan, type, fate);
                if (n > 0) {
                    parts.add(Text.count(n, type.toString()) + " to "
                            + fate.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return "Plan: " + Text.list(parts) + ".";
    }
}
