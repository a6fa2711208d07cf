package dev.idpscripts.report.html;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.plan.guard.Keeping;
import dev.idpscripts.report.diff.DiffBlocks;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanView;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.report.words.LeftoverText;
import dev.idpscripts.report.words.PlanSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the template of {@code plan.html} shows, as texts; the template escapes them. */
record PlanPage(Plan plan, PlanMetadata made, PlanView view, int rowsEach) {

    /** What a reader can switch off. */
    record Toggle(String id, String label) {}

    /** A part of the page. */
    record Section(String id, String title, String note, List<PageItem> items) {}

    /**
     * An object.
     *
     * @param view what happens to it
     * @param diff null if no body changes
     */
    record PageItem(PlanView.Item view, DiffBlocks diff) {

        String classes() {
            return "k-" + view.type() + " d-"
                    + (view.cause().overwrites() ? "drift" : view.action().toString());
        }

        PlanView.BodyVerdict check() {
            return view.check().orElse(null);
        }
    }

    /** More rows than this make a page slow, so long differences are cut. */
    private static final int MOST_ROWS = 100_000;

    /** With more objects the differences are closed at first. */
    private static final int MANY = 60;

    static PlanPage of(Plan plan, PlanMetadata made, FindingsText places) {
        PlanView view = PlanView.of(plan, places);
        long diffs = Stream.concat(view.local().stream(), view.server().stream())
                .filter(item -> item.diff().isPresent())
                .count();
        return new PlanPage(plan, made, view, MOST_ROWS / (int) Math.max(1, diffs));
    }

    String title() {
        return Text.clean("Plan for " + plan.target().environment());
    }

    String summary() {
        return PlanSummary.sentence(plan);
    }

    boolean applicable() {
        return plan.isApplicable();
    }

    String url() {
        return Heading.address(plan.target());
    }

    String tenant() {
        return plan.target().tenant().toString();
    }

    String origin() {
        return Heading.files(made) + ". " + Heading.made(made) + ".";
    }

    String sizes() {
        return "Files: " + Text.size(plan.files()) + ". Server: " + Text.size(plan.server()) + ".";
    }

    boolean hasControls() {
        return !plan.isEmpty();
    }

    boolean open() {
        return view.local().size() + view.server().size() <= MANY;
    }

    List<Toggle> filters() {
        List<Toggle> filters = new ArrayList<>();
        for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
            filters.add(new Toggle("f-" + type, type + "s"));
        }
        for (PlanSummary.Action action : PlanSummary.Action.values()) {
            filters.add(new Toggle("f-" + action, action.toString()));
        }
        filters.add(new Toggle("f-drift", "changed on the server"));
        return filters;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!view.server().isEmpty()) {
            sections.add(new Section(
                    "server",
                    Keeping.title(),
                    "Applying the plan undoes it. apply refuses that. " + Keeping.words(plan.overwriting()) + " "
                            + plan.target()
                                    .goal(Keeping.command(plan.overwriting()).goal())
                            + ". To undo it all the same: "
                            + plan.target().goal("apply").with("overwriteDrift"),
                    items(view.server())));
        }
        if (!view.local().isEmpty()) {
            sections.add(new Section("local", "Changes", "", items(view.local())));
        }
        return sections;
    }

    private List<PageItem> items(List<PlanView.Item> items) {
        return items.stream()
                .map(item -> new PageItem(
                        item,
                        item.diff().map(diff -> DiffBlocks.of(diff, rowsEach)).orElse(null)))
                .toList();
    }

    List<String> problems() {
        return plan.problems().stream().map(Problem::toString).map(Text::clean).toList();
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>(LeftoverText.sentences(plan));
        if (!remarks.isEmpty()) {
            remarks.add("To remove what is left over: " + LeftoverText.removal(plan));
        }
        plan.remarks().stream().map(Text::clean).forEach(remarks::add);
        return remarks;
    }

    List<String> unmanaged() {
        return plan.unmanaged().stream()
                .map(u -> Text.clean(u.subject() + ": " + u.detail()))
                .toList();
    }
}
